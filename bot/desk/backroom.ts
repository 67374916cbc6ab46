/** The writes of background work: still the desk, still one batch each, safe to repeat (D17). */
import { createHash } from 'node:crypto';
import type { Addressee } from '../domain/decision.ts';
import { isActive, type Role } from '../contract/roles.ts';
import { londonDate } from '../domain/time/london.ts';
import { createSealing, type Sealing } from './audit/sealing.ts';
import { collect } from './collect.ts';
import { receiptId } from './load.ts';
import { directory, inboxScope, areaScope, orgScope, type Office } from './office.ts';
import type { Command, Performed } from './perform.ts';
import { everyone } from './people.ts';
import { purgeStep } from './purge.ts';
import type { Operation, Stored } from './ports.ts';
import { itemPosting, type ItemPosting } from './questions/itemPosting.ts';
import { asItem, asMeeting } from './panelRecords.ts';
import { sortableInstant } from './sortableInstant.ts';
import { channelId } from './commands/meeting.ts';
import type { ChannelRow, ConversationRow, InboxRow, OutboxRow, PostedRow } from './rows.ts';

export interface Delivery {
  readonly notice: Stored<InboxRow>;
  readonly conversation: ConversationRow | undefined;
}

export interface Backroom {
  /** Takes or keeps the lease for so many seconds; false while another process holds it. */
  takeLease(name: string, holder: string, seconds: number): Promise<boolean>;
  /** Every scope that may hold outbox rows. */
  scopes(): Promise<string[]>;
  /** Outbox rows of a scope whose time has come, oldest first. */
  outboxDue(scope: string): Promise<Stored<OutboxRow>[]>;
  /** Writes a notice into each addressee's inbox, once however often it is called; returns all those rows. */
  fileNotice(row: OutboxRow): Promise<Delivery[]>;
  /** Notes how delivery went and, when a card was posted, remembers where, so that it can be edited. */
  recordDelivery(
    notice: Stored<InboxRow>,
    how: 'sent' | 'unreachable',
    posted?: Pick<PostedRow, 'conversation' | 'activity'>,
  ): Promise<void>;
  /** Marks a notice as read whose matter is done: it waits for nobody any more. */
  settleNotice(person: string, notice: string): Promise<void>;
  postedCards(scope: string, ref: string): Promise<PostedRow[]>;
  /** What the channel's card of an item shows now, and what of its record must not reach the channel (D12). */
  itemCard(scope: string, ref: string): Promise<ItemPosting | undefined>;
  /** The channel of the area's panel; undefined while none is bound. */
  channel(scope: string): Promise<ChannelRow | undefined>;
  /** Remembers a card that was posted, so that it can be edited. */
  recordPosting(card: PostedRow): Promise<void>;
  /** Gives the command of an effect in its own scope, as the app itself. */
  carryOut(row: OutboxRow): Promise<Performed>;
  /** Whether the form of this outbox row is still unsent, and nothing has been written on the row since it was read. */
  isStillUnsent(row: Stored<OutboxRow>): Promise<boolean>;
  /** Takes a destroyed record apart, one batch; `more` while something of it is left (§8). */
  purge(scope: string, ref: string): Promise<'more' | 'done'>;
  settle(row: Stored<OutboxRow>): Promise<void>;
  retryLater(row: Stored<OutboxRow>, notBefore: Temporal.Instant): Promise<void>;
  /** The daily seals of the audit (D16). */
  readonly sealing: Sealing;
}

type Give = (command: Command) => Promise<Performed>;

/** `give` performs a command as the app itself. */
export function createBackroom(office: Office, give: Give): Backroom {
  const { records, clock } = office;
  const scopes = async () => {
    const areas = await collect(records, directory, 'areas', {});
    const providers = areas.flatMap(({ rehabProvider }) => (rehabProvider ? [orgScope(rehabProvider)] : []));
    return [...areas.map(({ area }) => areaScope(area)), ...new Set(providers), directory];
  };
  return {
    sealing: createSealing(office),
    async takeLease(name, holder, seconds) {
      const id = `lease:${name}`;
      const now = clock.now();
      const found = await records.read(directory, id, 'lease');
      if (
        found &&
        found.row.holder !== holder &&
        Temporal.Instant.compare(Temporal.Instant.from(found.row.until), now) > 0
      ) {
        return false;
      }
      const row = {
        id,
        scope: directory,
        kind: 'lease',
        holder,
        until: now.add({ seconds }).toString(),
      } as const;
      const operation: Operation = found ? { op: 'replace', row, etag: found.etag } : { op: 'create', row };
      const result = await records.commit(directory, [operation]);
      return result.committed;
    },
    scopes,
    async outboxDue(scope) {
      const page = await records.list(
        scope,
        'outboxDue',
        { now: sortableInstant(clock.now()) },
        { size: 50 },
      );
      return [...page.rows];
    },
    async fileNotice(row) {
      const to = row.payload['to'] as Addressee;
      const people = await addresseesOf(office, to);
      return Promise.all(people.map((person) => fileFor(office, row, person)));
    },
    async recordDelivery(notice, how, posted) {
      // The card first: cut off in between, the notice is sent once more rather than a card never edited.
      if (posted) {
        const row = { ...cardOf(notice.row, clock.now()), ...posted };
        await mustCommit(office, row.scope, [{ op: 'upsert', row }]);
      }
      await mustCommit(office, notice.row.scope, [
        { op: 'replace', row: { ...notice.row, delivery: how }, etag: notice.etag },
      ]);
    },
    async settleNotice(person, notice) {
      const found = await records.read(inboxScope(person), notice, 'inbox');
      if (!found?.row.unread) return;
      const row = { ...found.row, unread: false, readAt: clock.now().toString() };
      await mustCommit(office, row.scope, [{ op: 'replace', row, etag: found.etag }]);
    },
    postedCards: (scope, ref) => collect(records, scope, 'postedOfRecord', { ref }),
    async itemCard(scope, ref) {
      const item = await records.read(scope, ref, 'head');
      if (item?.row.type !== 'ITM') return undefined;
      const meeting = await records.read(scope, item.row.parent ?? '', 'head');
      return meeting && itemPosting(asItem(item.row), asMeeting(meeting.row));
    },
    async channel(scope) {
      const stored = await records.read(scope, channelId, 'channel');
      return stored?.row;
    },
    recordPosting: (card) => mustCommit(office, card.scope, [{ op: 'upsert', row: card }]),
    carryOut: (row) =>
      give({
        id: effectId(row),
        name: String(row.payload['command']),
        input: row.payload['input'],
      }),
    async isStillUnsent({ row, etag }) {
      // Sent means that its command has a receipt, which was written with what the command did.
      const receipt = receiptId(String(row.payload['form']), String(row.payload['person']));
      const places = await scopes();
      const [now, ...receipts] = await Promise.all([
        records.read(row.scope, row.id, 'outbox'),
        ...places.map((scope) => records.read(scope, receipt, 'receipt')),
      ]);
      return now?.etag === etag && receipts.every((found) => found === undefined);
    },
    purge: (scope, ref) => purgeStep(office, scope, ref),
    async settle(stored) {
      await mustCommit(office, stored.row.scope, [
        { op: 'replace', row: { ...stored.row, pending: false }, etag: stored.etag },
      ]);
    },
    async retryLater(stored, notBefore) {
      const row = { ...stored.row, tries: stored.row.tries + 1, notBefore: sortableInstant(notBefore) };
      await mustCommit(office, stored.row.scope, [{ op: 'replace', row, etag: stored.etag }]);
    },
  };
}

/** Who holds a role is asked when a notice is sent, not when it was decided (D11). */
async function addresseesOf(office: Office, to: Addressee): Promise<string[]> {
  const today = londonDate(office.clock.now()).toString();
  if ('person' in to) return personAndCover(office, to.person, today);
  const people = await everyone(office);
  const holdersOf = (roles: readonly Role[]) =>
    people
      .filter(({ grants }) =>
        grants.some(
          (g) => roles.includes(g.role) && g.organisation === to.organisation && isActive(g, today),
        ),
      )
      .map(({ person }) => person);
  if (to.each) return holdersOf(to.roles);
  return to.roles.map((role) => holdersOf([role])).find((holders) => holders.length > 0) ?? [];
}

/** Who is named, and whoever covers for them today; somebody who has no role any more is told nothing (§8 Access). */
async function personAndCover({ records }: Office, person: string, today: string): Promise<string[]> {
  const named = await records.read(directory, `person:${person}`, 'person');
  const colleagues = await Promise.all(
    (named?.row.coveredBy ?? []).map((id) => records.read(directory, `person:${id}`, 'person')),
  );
  const covering = colleagues.filter((found) =>
    found?.row.grants.some((grant) => grant.coverFor === person && isActive(grant, today)),
  );
  const mayKnow = named?.row.grants.some((grant) => isActive(grant, today)) ? [named] : [];
  return [...mayKnow, ...covering].flatMap((found) => (found ? [found.row.person] : []));
}

async function fileFor(office: Office, row: OutboxRow, person: string): Promise<Delivery> {
  const scope = inboxScope(person);
  const id = `notice:${row.id}`;
  const notice: InboxRow = {
    id,
    scope,
    kind: 'inbox',
    person,
    template: String(row.payload['template']),
    ref: String(row.payload['ref']),
    at: row.at,
    unread: true,
    delivery: 'waiting',
    fields: { scope: row.scope },
  };
  // With its record first, where the record's next change finds it; filed again, it stays as it became.
  const card = cardOf(notice, office.clock.now());
  const kept = await office.records.commit(card.scope, [{ op: 'create', row: card }]);
  if (!kept.committed && kept.status !== 409)
    throw new Error(`Notice ${id} was refused with ${kept.status}.`);
  const created = await office.records.commit(scope, [{ op: 'create', row: notice }]);
  const [stored, conversation] = await Promise.all([
    office.records.read(scope, id, 'inbox'),
    office.records.read(directory, `conversation:${person}`, 'conversation'),
  ]);
  if (!stored)
    throw new Error(`Notice ${id} could not be filed (${created.committed ? 'gone' : created.status}).`);
  return { notice: stored, conversation: conversation?.row };
}

function cardOf({ id, person, ref, template, fields }: InboxRow, now: Temporal.Instant): PostedRow {
  return {
    // The same notice goes to several people: each has a card of their own.
    id: `posted:${id}:${person}`.replace(/[/\\?#]/g, '.'),
    scope: fields['scope'] ?? '',
    kind: 'posted',
    ref,
    card: `notice:${template}`,
    surface: 'personal',
    person,
    notice: id,
    conversation: {},
    at: now.toString(),
  };
}

const longestCommandId = 100;

/** The same for the same row, however often it is worked off. An effect of an effect of an effect would grow too long. */
function effectId({ id }: OutboxRow): string {
  const named = `effect.${id.replaceAll(/[^A-Za-z0-9._-]/g, '.')}`;
  if (named.length <= longestCommandId) return named;
  return `effect.${createHash('sha256').update(id).digest('hex')}`;
}

/** Two workers on one row: the second finds it moved, which is as good as done by itself. */
async function mustCommit(office: Office, scope: string, operations: readonly Operation[]): Promise<void> {
  const result = await office.records.commit(scope, operations);
  if (!result.committed && result.status !== 412 && result.status !== 404) {
    throw new Error(`The store refused background work with ${result.status}.`);
  }
}
