/** How often each command waits on the store, one after the other, and how many requests the SDK sends for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk } from '../../bot/desk/desk.ts';
import { openStore } from '../../bot/store/client.ts';
import { countWaits } from '../support/countWaits.ts';
import { aReport, newId, openHouse, people } from '../support/house.ts';

export interface Waits {
  readonly command: string;
  readonly waits: number;
  readonly requests: number;
}

export async function measureStoreWaits(): Promise<Waits[]> {
  let requests = 0;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const store = await openStore({
    embedded: { file: join(folder, 'records.sqlite'), onRequest: () => (requests += 1) },
  });
  const counter = countWaits();
  const house = await openHouse({ records: store.records, access: store.access });
  const desk = createDesk({ ...house.office, records: counter.around(store.records) });
  const measured: Waits[] = [];
  const measure = async (who: { person: string }, name: string, input: unknown) => {
    counter.reset();
    requests = 0;
    const result = await desk.perform(who, { id: newId(), name, input });
    if (!result.done) throw new Error(`${name}: ${result.refusal.message}`);
    measured.push({ command: name, waits: counter.waits(), requests });
    return result.outcome.ref ?? '';
  };
  const ref = await measure(people.receptionist, 'incident.report', aReport());
  const other = await measure(people.receptionist, 'incident.report', aReport());
  await measure(people.manager, 'incident.takeIntoReview', { ref });
  await measure(people.receptionist, 'incident.addFacts', { ref, text: 'He came back at noon.' });
  await measure(people.manager, 'incident.link', { ref, other });
  await measure(people.manager, 'incident.close', { ref, outcome: 'TALKED', feedback: 'We talked to him.' });
  house.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
  return measured;
}
