/**
 * What only demo mode can do (D14): choose who you are, and set the clock. It changes who you are, never what you may
 * do: what follows goes through the same permission table as for anybody else.
 */
import { normaliseName } from '../domain/people/names.ts';
import { collect } from './collect.ts';
import { directory, type Office } from './office.ts';
import type { ClockRow, PersonRow } from './rows.ts';

export interface DemoDesk {
  /** Everyone in the fictional area, in the order they were written down: those to try first come first. */
  people(): Promise<PersonRow[]>;
  /** The person with this name or id, however it is written; undefined when there is none or more than one. */
  find(name: string): Promise<PersonRow | undefined>;
  /** Who a chat user acts as, by their id in the chat client. */
  actingAs(chatUser: string): Promise<string | undefined>;
  actAs(chatUser: string, person: string): Promise<void>;
  /** How far the demo clock is ahead of the machine's, in milliseconds. */
  clockOffset(): Promise<number>;
  keepClockOffset(offset: number): Promise<void>;
}

const clockId = 'demo-clock';

export function createDemoDesk({ records }: Pick<Office, 'records'>): DemoDesk {
  const people = async () => {
    const rows = await collect(records, directory, 'people', {});
    return rows.toSorted((one, other) => (one.person < other.person ? -1 : 1));
  };
  return {
    people,
    async find(name) {
      const wanted = normaliseName(name);
      const all = await people();
      const exact = all.filter(
        (person) => normaliseName(person.name) === wanted || person.person === name.trim(),
      );
      const found =
        exact.length > 0
          ? exact
          : all.filter((person) => normaliseName(person.name).split(' ').includes(wanted));
      return found.length === 1 ? found[0] : undefined;
    },
    async actingAs(chatUser) {
      const stored = await records.read(directory, actAsId(chatUser), 'actAs');
      return stored?.row.person;
    },
    async actAs(chatUser, person) {
      const row = { id: actAsId(chatUser), scope: directory, kind: 'actAs', person } as const;
      await records.commit(directory, [{ op: 'upsert', row }]);
    },
    async clockOffset() {
      const stored = await records.read(directory, clockId, 'clock');
      return stored?.row.offset ?? 0;
    },
    async keepClockOffset(offset) {
      const row: ClockRow = { id: clockId, scope: directory, kind: 'clock', offset };
      await records.commit(directory, [{ op: 'upsert', row }]);
    },
  };
}

/** Chat user ids may hold characters an id may not. */
const actAsId = (chatUser: string) => `act-as:${encodeURIComponent(chatUser).replaceAll('%', '.')}`;
