/** A whole back of the house for a test: the real store in a file of its own, a clock that stands where it is set. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock, type SettableClock } from '../../bot/clock.ts';
import type { CommandInput } from '../../bot/contract/commands.ts';
import type { Role } from '../../bot/contract/roles.ts';
import { theSystem, type Person } from '../../bot/desk/caller.ts';
import { pauseFor } from '../../bot/desk/commit.ts';
import { createDesk, type Desk } from '../../bot/desk/desk.ts';
import type { Office } from '../../bot/desk/office.ts';
import { documents } from '../../bot/documents/documents.ts';
import type { AccessLog } from '../../bot/desk/ports.ts';
import { loadDemoArea } from '../../bot/demo/load.ts';
import { systemRandom } from '../../bot/random.ts';
import { anchorFolder } from '../../bot/store/anchorFolder.ts';
import { openStore, type Store } from '../../bot/store/client.ts';

export interface House {
  readonly desk: Desk;
  readonly office: Office;
  readonly store: Store;
  readonly clock: SettableClock;
  readonly file: string;
  close(): void;
}

/** People of the fictional area, by what they are. */
export const people = {
  receptionist: { person: 'person-101' },
  colleague: { person: 'person-102' },
  manager: { person: 'person-103' },
  gp: { person: 'person-104' },
  otherReceptionist: { person: 'person-201' },
  otherManager: { person: 'person-202' },
  officer: { person: 'person-301' },
  contracts: { person: 'person-302' },
  accountable: { person: 'person-303' },
  schemeGp: { person: 'person-501' },
  lay: { person: 'person-304' },
  coordinator: { person: 'person-601' },
  trainer: { person: 'person-602' },
  otherTrainer: { person: 'person-603' },
  auditor: { person: 'person-701' },
  administrator: { person: 'person-901' },
} as const satisfies Record<string, Person>;

/** Monday 11 January 2027, 10am in London: an ordinary working day with nothing near it. */
export const monday = Temporal.Instant.from('2027-01-11T10:00:00Z');

/** Parts of the office may be replaced, for example to count or to fail. */
export async function openHouse(replace: Partial<Office> & { at?: Temporal.Instant } = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  const file = join(folder, 'records.sqlite');
  const store = await openStore({ embedded: { file } });
  const clock = createClock();
  const { at = monday, ...parts } = replace;
  setTime(clock, at);
  const office: Office = {
    records: store.records,
    access: store.access,
    documents,
    anchors: anchorFolder(`${file}.anchors`),
    clock,
    random: systemRandom,
    hashPerson: (identity) => createHash('sha256').update(`test ${identity}`).digest('hex'),
    allowTestNumbers: true,
    demo: true,
    afterCommit: () => undefined,
    pause: pauseFor,
    ...parts,
  };
  const desk = createDesk(office);
  await loadDemoArea(desk, clock);
  return {
    desk,
    office,
    store,
    clock,
    file,
    close() {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An access log that hands its lines to a test and keeps none. */
export const noting = (write: AccessLog['write']): AccessLog => ({
  write,
  list: async () => ({ lines: [] }),
});

/** Sets a clock to an instant; it runs on from there. */
export function setTime(clock: SettableClock, at: Temporal.Instant): void {
  clock.setOffset(at.epochMilliseconds - clock.now().epochMilliseconds + clock.offset());
}

type ReportInput = Partial<CommandInput<'incident.report'>>;

/** A report that every rule accepts at `monday`. */
export function aReport(changes: ReportInput = {}) {
  return {
    site: 'Millbrook Surgery, High Street',
    incidentDate: '2027-01-11',
    incidentTime: '09:30',
    location: 'SURGERY',
    incidentTypes: ['NONPHYS'],
    directedAt: ['STAFF:VERBAL'],
    personKind: 'REGISTERED',
    personName: 'Maurice Tindall',
    narrative: 'Leaned over the desk, shouted and would not leave when asked.',
    policeCalled: 'NO',
    fearForSafety: true,
    ...changes,
  };
}

let sent = 0;
/** A fresh command id. */
export function newId(): string {
  sent += 1;
  return `test-command-${sent}-${systemRandom.hex(6)}`;
}

/** Puts a person into the directory for a test, with these roles since 2020 in the fictional area. */
export async function addPerson(
  desk: Desk,
  person: string,
  grants: readonly { role: Role; organisation: string; area?: string; to?: string }[],
): Promise<Person> {
  const result = await desk.perform(theSystem, {
    id: newId(),
    name: 'directory.putPerson',
    input: {
      person,
      name: `Test ${person}`,
      grants: grants.map((grant) => ({ area: 'brookshire', from: '2020-01-01', ...grant })),
    },
  });
  if (!result.done) throw new Error(result.refusal.message);
  return { person };
}

/** Files a report and gives its reference. */
export async function fileReport(desk: Desk, who: Person, changes: ReportInput = {}): Promise<string> {
  const result = await desk.perform(who, { id: newId(), name: 'incident.report', input: aReport(changes) });
  if (!result.done) throw new Error(result.refusal.message);
  return result.outcome.ref ?? '';
}
