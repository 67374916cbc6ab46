/** The audit's books for a test: records of all three journeys over two days, sealed; and hands that reach underneath. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyStore, type Verified } from '../../bot/desk/audit/verify.ts';
import { createSealDays } from '../../bot/jobs/sealDays.ts';
import { connect } from '../../bot/store/connect.ts';
import { containers, defaultDatabase } from '../../bot/store/containers.ts';
import { fileReport, openHouse, people, setTime, type House } from './house.ts';
import { castAll, vote } from './panel.ts';
import { lifeOfReferrals } from './referrals.ts';

export const area = 'area:brookshire';
export const provider = 'org:steady-ground';

/** A row as it lies in the store, Cosmos's own fields left aside. */
export type Raw = Record<string, unknown> & { readonly id: string };

export interface Books {
  readonly house: House;
  readonly at: (instant: string) => void;
  /** Seals what is due, as the worker does; what was warned of. */
  readonly seal: () => Promise<readonly string[]>;
  readonly verify: () => Promise<Verified>;
  /** Rows of either container, edited without the desk. */
  readonly raw: (container: keyof typeof containers) => {
    all(partition: string): Promise<Raw[]>;
    put(row: Raw): Promise<void>;
    remove(id: string, partition: string): Promise<void>;
  };
  /** Edits an anchor outside the store. */
  readonly editAnchor: (name: string, change: (text: string) => string) => void;
  readonly anchorFolder: string;
  close(): void;
}

export async function openBooks(): Promise<Books> {
  const house = await openHouse();
  const at = (instant: string) => setTime(house.clock, Temporal.Instant.from(instant));
  const anchorFolder = `${house.file}.anchors`;
  return {
    house,
    at,
    anchorFolder,
    async seal() {
      const warned: string[] = [];
      const log = { warn: (_: unknown, message: string) => void warned.push(message) };
      await createSealDays(house.desk.backroom.sealing, house.clock, log)(async () => true);
      return warned;
    },
    verify: () => verifyStore(house.office),
    raw(name) {
      const { client, close } = connect({ embedded: { file: house.file } });
      const container = client.database(defaultDatabase).container(containers[name].id);
      return {
        async all(partition) {
          // A query that the dialect knows; Cosmos's own fields begin with an underscore.
          const query = 'SELECT * FROM c';
          const answer = await container.items
            .query<Raw>(query, { partitionKey: partition, maxItemCount: 1000 })
            .fetchAll();
          close();
          return answer.resources.map(
            (row) =>
              Object.fromEntries(Object.entries(row).filter(([field]) => !field.startsWith('_'))) as Raw,
          );
        },
        async put(row) {
          await container.items.upsert(row);
          close();
        },
        async remove(id, partition) {
          await container.item(id, partition).delete();
          close();
        },
      };
    },
    editAnchor(name, change) {
      const file = join(anchorFolder, name);
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    },
    close: () => house.close(),
  };
}

/** Monday 11 January 2027 and the day after: an incident closed, a referral accepted, a vote tied; pages read of all. */
export async function threeJourneys({ house, at }: Books): Promise<{ incident: string; referral: string }> {
  const { desk } = house;
  const incident = await fileReport(desk, people.receptionist);
  const step = async (name: string, input: object) =>
    desk.perform(people.manager, { id: `step-${name}-1`, name, input });
  await step('incident.takeIntoReview', { ref: incident });
  await desk.ask(people.manager, { name: 'incident.page', input: { ref: incident } });
  const referral = await lifeOfReferrals(house).accepted();
  await desk.ask(people.coordinator, { name: 'referral.page', input: { ref: referral } });
  const item = await vote(desk);
  await castAll(desk, item, ['FOR', 'FOR', 'AGAINST', 'AGAINST']);
  at('2027-01-12T09:00:00Z');
  await step('incident.close', {
    ref: incident,
    outcome: 'TALKED',
    feedback: 'We talked with him. Thank you for telling us.',
  });
  await desk.ask(people.officer, { name: 'incident.page', input: { ref: incident } });
  await desk.ask(people.otherManager, { name: 'incident.page', input: { ref: incident } });
  return { incident, referral };
}
