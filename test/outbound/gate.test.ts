import assert from 'node:assert/strict';
import { ActivityTypes, CloudAdapter, TestAdapter, TurnContext, type Activity } from 'botbuilder';
import { createGate, noteIdentifiers } from '../../bot/outbound/gate.ts';
import type { Breach } from '../../bot/outbound/breach.ts';
import { createItemMessage } from '../../bot/outbound/itemCards.ts';
import { withheld } from '../../bot/outbound/ownSentences.ts';
import { card } from './slips.ts';

type Turn = (context: TurnContext) => Promise<void>;

const ours = ['Round {n} of {ref} waits.', 'All is well', 'one', 'two', 'Hello', '{n} of {n} cast'];

/** One turn in a conversation of a kind, through the gate; gives what left and what was told. */
async function inConversation(conversationType: string | undefined, turn: Turn) {
  const breaches: Breach[] = [];
  const adapter = new TestAdapter(turn, {
    conversation: {
      id: 'c',
      isGroup: false,
      name: '',
      ...(conversationType ? { conversationType } : {}),
    } as Activity['conversation'],
  });
  adapter.use(createGate({ onBreach: (breach) => breaches.push(breach), sentences: ours }));
  const edited: Partial<Activity>[] = [];
  adapter.updateActivity = async (_context, activity) => {
    edited.push(activity);
  };
  await adapter.receiveActivity('hello');
  return { sent: adapter.activeQueue, edited, breaches };
}

const telling =
  (...activities: (string | Partial<Activity>)[]): Turn =>
  async (context) => {
    noteIdentifiers(context, ['Anna Schmidt']);
    noteIdentifiers(context, ['Tom Waits']);
    for (const activity of activities) await context.sendActivity(activity);
  };
const itemMessage = () =>
  createItemMessage('https://tab.example')({
    ref: 'ITM-2027-4839274',
    meeting: 'MTG-2027-1000016',
    type: 'APPEAL',
    typeLabel: 'Appeal',
    motion: 'The placement should stand.',
    forMeans: 'the placement should stand',
    againstMeans: 'the placement should not stand',
    state: 'VOTING',
    stateWords: '2 of 4 cast',
    cast: 2,
    round: 1,
    revision: 3,
    voting: true,
  });
const texts = (activities: readonly Partial<Activity>[]) => activities.map(({ text }) => text);

const edit =
  (activity: Partial<Activity>): Turn =>
  async (context) => {
    noteIdentifiers(context, ['Anna Schmidt']);
    await context.updateActivity({ type: 'message', id: 'posted', ...activity });
  };

describe('gate', () => {
  for (const type of ['channel', 'groupChat', undefined]) {
    it(`HS-13 sends nothing of a breach in ${type ?? 'a conversation that does not say what it is'}`, async () => {
      const { sent, breaches } = await inConversation(
        type,
        telling('Anna is here', card('Ask Waits'), 'All is well'),
      );

      assert.deepEqual(texts(sent), ['All is well']);
      assert.deepEqual(
        breaches.map(({ kind }) => kind),
        ['name', 'name'],
      );
    });
  }

  it('shows a person a neutral sentence in place of what may not be announced', async () => {
    const { sent, breaches } = await inConversation(
      'personal',
      telling({
        ...card('fine here: Anna'),
        summary: 'About Anna',
        speak: 'Anna',
        channelData: { a: 'Anna' },
      }),
    );

    assert.deepEqual(texts(sent), [withheld]);
    assert.equal(JSON.stringify(sent[0]).includes('Anna'), false);
    assert.equal(sent[0]?.conversation?.id, 'c');
    assert.deepEqual(breaches, [{ surface: 'personal', part: 'summary', kind: 'name' }]);
  });

  it('lets a personal card show what it may', async () => {
    const { sent, breaches } = await inConversation('personal', telling(card('Anna Schmidt')));

    assert.equal(sent.length, 1);
    assert.equal(sent[0]?.attachments?.length, 1);
    assert.deepEqual(breaches, []);
  });

  it('gives an answer for every activity of a batch', async () => {
    let answers: unknown[] = [];
    const { sent } = await inConversation('channel', async (context) => {
      noteIdentifiers(context, ['Anna Schmidt']);
      const batch = ['one', 'Anna', 'two'].map((text) => ({ type: ActivityTypes.Message, text }));
      answers = await context.sendActivities(batch);
    });

    assert.deepEqual(texts(sent), ['one', 'two']);
    assert.deepEqual(
      answers.map((answer) => (answer as { id: string }).id !== ''),
      [true, false, true],
    );
  });

  it('always answers an invoke, in a channel by a sentence for the one who tapped', async () => {
    const answer = {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('Anna') },
    };
    const { sent } = await inConversation('channel', telling({ type: 'invokeResponse', value: answer }));

    assert.deepEqual(
      sent.map(({ value }) => value as unknown),
      [
        {
          status: 200,
          body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: withheld },
        },
      ],
    );
  });

  it('edits nothing into a channel that may not be there', async () => {
    const { edited, breaches } = await inConversation('channel', edit(card('Anna')));

    assert.deepEqual(edited, []);
    assert.equal(breaches.length, 1);
  });

  it('puts the neutral sentence into an edited personal message', async () => {
    const { edited } = await inConversation('personal', edit({ ...card('x'), summary: 'Anna' }));

    assert.equal(edited.length, 1);
    assert.equal(edited[0]?.id, 'posted');
    assert.equal(edited[0]?.text, withheld);
    assert.equal(JSON.stringify(edited[0]).includes('Anna'), false);
  });

  it('lets a clean edit pass', async () => {
    const { edited } = await inConversation('channel', edit({ text: '2 of 4 cast' }));

    assert.deepEqual(texts(edited), ['2 of 4 cast']);
  });

  it('knows the sentences it was given', async () => {
    const { sent } = await inConversation(
      'channel',
      telling('Round 2 of ITM-2027-1234567 waits.', 'Round 2 waits.'),
    );

    assert.deepEqual(texts(sent), ['Round 2 of ITM-2027-1234567 waits.']);
  });

  it('drops anything else that is no message', async () => {
    const { sent } = await inConversation(
      'personal',
      telling({ type: 'event', text: 'Anna' }, { type: 'typing' }),
    );

    assert.deepEqual(
      sent.map(({ type }) => type),
      ['typing'],
    );
  });

  it('HS-13 sends no word to a channel that is not on its list, also when nobody’s identifiers were noted', async () => {
    const { sent, breaches } = await inConversation('channel', async (context) => {
      await context.sendActivity('Anna');
    });

    assert.deepEqual(sent, []);
    assert.deepEqual(breaches, [{ surface: 'channel', part: 'text', kind: 'not on the list' }]);
  });

  it('HS-13 announces nothing to a person but its own sentences, also when nobody’s identifiers were noted', async () => {
    const { sent, breaches } = await inConversation('personal', async (context) => {
      await context.sendActivity({ ...card('x'), summary: 'About Anna' });
    });

    assert.deepEqual(texts(sent), [withheld]);
    assert.deepEqual(breaches, [{ surface: 'personal', part: 'summary', kind: 'not on the list' }]);
  });

  it('HS-13 posts no card to a channel whose records’ identifiers could not be loaded', async () => {
    const item = itemMessage();
    const turn = async (context: TurnContext) => {
      await context.sendActivity(item);
    };
    const { sent, breaches } = await inConversation('channel', turn);
    const known = await inConversation('channel', async (context) => {
      noteIdentifiers(context, []);
      await turn(context);
    });

    assert.deepEqual(sent, []);
    assert.deepEqual(breaches, [{ surface: 'channel', part: 'attachments', kind: 'not compared' }]);
    assert.equal(known.sent.length, 1);
    assert.deepEqual(known.breaches, []);
  });

  it('§8.1 names nobody in the address of a message, though Teams did', async () => {
    const addressed = {
      text: 'Hello',
      recipient: { id: 'user1', name: 'Rosa Bell' },
      conversation: { id: 'c', name: 'Rosa and Priya', isGroup: true, conversationType: 'groupChat' },
    } as Partial<Activity>;
    const { sent } = await inConversation('groupChat', telling(addressed));
    const { edited } = await inConversation('channel', edit(addressed));

    assert.equal(sent[0]?.recipient?.id, 'user1');
    assert.equal(edited.length, 1);
    assert.doesNotMatch(JSON.stringify([sent, edited]), /Rosa|Priya/);
  });

  it('covers replies collected in one answer', async () => {
    const adapter = new CloudAdapter();
    adapter.use(createGate({ onBreach: () => undefined, sentences: ours }));
    const context = new TurnContext(adapter, {
      type: 'message',
      deliveryMode: 'expectReplies',
      conversation: { id: 'c', conversationType: 'personal', isGroup: false, name: '' },
    });
    await createGate({ onBreach: () => undefined, sentences: ours })(context, () =>
      telling('Anna', 'Hello')(context),
    );

    assert.deepEqual(texts(context.bufferedReplyActivities), [withheld, 'Hello']);
  });
});
