/** Background work over the real desk and store, with a sender that only writes down what it is given. */
import type { LogFields } from '../../bot/desk/logPort.ts';
import type { Records } from '../../bot/desk/ports.ts';
import { clearedMessage } from '../../bot/chat/deliver.ts';
import { createDesk } from '../../bot/desk/desk.ts';
import { demoArea } from '../../bot/demo/area.ts';
import { areaScope, inboxScope } from '../../bot/desk/office.ts';
import type { InboxRow, OutboxRow, PostedRow } from '../../bot/desk/rows.ts';
import type { Sent, Work } from '../../bot/jobs/ports.ts';
import { createItemMessage } from '../../bot/outbound/itemCards.ts';
import { gatheredMessage, noticeMessage } from '../../bot/outbound/noticeCards.ts';
import { newId, openHouse, setTime, type House } from '../support/house.ts';

type Message = ReturnType<typeof noticeMessage>;

export interface Posted {
  readonly act: 'post' | 'edit';
  /** Whose chat. */
  readonly person: string;
  readonly activity?: string;
  readonly summary: string;
  /** The state line of a notice card. */
  readonly state?: string;
  readonly buttons: readonly string[];
}

export interface Shop {
  readonly house: House;
  readonly work: Work<Message>;
  /** What Teams got, in order. */
  readonly sent: Posted[];
  /** What Teams answers next, instead of taking it. */
  readonly answers: (Extract<Sent, { sent: false }>['why'] | Error)[];
  readonly logged: { readonly fields: LogFields; readonly message: string }[];
  /** Gives someone a chat with the bot. */
  meet(person: string): Promise<void>;
  setClock(instant: string): void;
  /** Their notices of one record, newest first. */
  inboxOf(person: string, ref: string): Promise<InboxRow[]>;
  dueNow(): Promise<OutboxRow[]>;
  /** Cards that stand in Teams. */
  postedFor(ref: string): Promise<PostedRow[]>;
  /** The same work by a desk whose store is replaced: to fail, or to die, where a test wants it. */
  workWith(records: Records): Work<Message>;
  close(): void;
}

export const scope = areaScope(demoArea.area);

export async function openShop(): Promise<Shop> {
  const house = await openHouse();
  const { desk, office, clock } = house;
  const sent: Posted[] = [];
  const answers: Shop['answers'] = [];
  const logged: Shop['logged'] = [];

  const take = (
    act: Posted['act'],
    conversation: Readonly<Record<string, unknown>>,
    message: Message,
    activity?: string,
  ): Sent => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    if (answer) return { sent: false, why: answer };
    sent.push({
      act,
      person: String(conversation['person']),
      ...(activity ? { activity } : {}),
      ...seenIn(message),
    });
    return { sent: true, activity: activity ?? `activity-${sent.length}` };
  };
  const work: Work<Message> = {
    backroom: desk.backroom,
    sender: {
      post: async (conversation, message) => take('post', conversation, message),
      edit: async (conversation, activity, message) => take('edit', conversation, message, activity),
    },
    messages: {
      notice: noticeMessage,
      gathered: gatheredMessage,
      cleared: clearedMessage,
      item: createItemMessage('https://tab.example'),
    },
    async presentState(ref, person) {
      const asked = await desk.ask({ person }, { name: 'incident.status', input: { ref } });
      if (!asked.answered) return undefined;
      return { state: asked.answer.state, label: asked.answer.stateLabel, identifiers: asked.identifiers };
    },
    clock,
    log: { warn: (fields, message) => logged.push({ fields, message }) },
  };
  return {
    house,
    work,
    sent,
    answers,
    logged,
    async meet(person) {
      await desk.perform(
        { person, from: 'chat' },
        { id: newId(), name: 'self.rememberConversation', input: { reference: { person }, welcomed: true } },
      );
    },
    setClock: (instant) => setTime(clock, Temporal.Instant.from(instant)),
    async inboxOf(person, ref) {
      const page = await office.records.list(inboxScope(person), 'inboxOfPerson', { person });
      return page.rows.map(({ row }) => row).filter((row) => row.ref === ref);
    },
    async dueNow() {
      return (await desk.backroom.outboxDue(scope)).map(({ row }) => row);
    },
    async postedFor(ref) {
      const cards = await desk.backroom.postedCards(scope, ref);
      return cards.filter(({ activity }) => activity !== undefined);
    },
    workWith: (records) => ({ ...work, backroom: createDesk({ ...office, records }).backroom }),
    close: () => house.close(),
  };
}

function seenIn(message: Message): Pick<Posted, 'summary' | 'state' | 'buttons'> {
  const content: unknown = message.attachments?.[0]?.content;
  const { body, actions } = content as {
    readonly body: readonly { readonly text: string }[];
    readonly actions: readonly { readonly title: string }[];
  };
  const state = body[1]?.text;
  return {
    summary: message.summary ?? '',
    ...(state ? { state } : {}),
    buttons: actions.map(({ title }) => title),
  };
}
