/** How often each command waits on the store, one after the other, and how many requests the SDK sends for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk, type Desk } from '../../bot/desk/desk.ts';
import { openStore } from '../../bot/store/client.ts';
import { countWaits } from '../support/countWaits.ts';
import { aReport, openHouse, people } from '../support/house.ts';
import { castAll, chair, done, vote } from '../support/panel.ts';
import { lifeOfReferrals, must } from '../support/referrals.ts';

export interface Waits {
  readonly command: string;
  readonly waits: number;
  readonly requests: number;
}

/** Lives a piece of each journey. A command given more than once is listed with the most that it took. */
export async function measureStoreWaits(): Promise<Waits[]> {
  let requests = 0;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const store = await openStore({
    embedded: { file: join(folder, 'records.sqlite'), onRequest: () => (requests += 1) },
  });
  const counter = countWaits();
  const house = await openHouse({ records: store.records, access: store.access });
  const inner = createDesk({ ...house.office, records: counter.around(store.records) });
  const measured = new Map<string, Waits>();
  const desk: Desk = {
    ...inner,
    async perform(who, given) {
      counter.reset();
      requests = 0;
      const result = await inner.perform(who, given);
      const before = measured.get(given.name);
      measured.set(given.name, {
        command: given.name,
        waits: Math.max(counter.waits(), before?.waits ?? 0),
        requests: Math.max(requests, before?.requests ?? 0),
      });
      return result;
    },
  };
  await liveAnIncident(desk);
  await holdAVote(desk);
  await lifeOfReferrals({ desk, clock: house.clock }).bothDone();
  house.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
  return [...measured.values()];
}

async function liveAnIncident(desk: Desk): Promise<void> {
  const { ref } = await must(desk, people.receptionist, 'incident.report', aReport());
  const { ref: other } = await must(desk, people.receptionist, 'incident.report', aReport());
  await must(desk, people.manager, 'incident.takeIntoReview', { ref });
  await must(desk, people.receptionist, 'incident.addFacts', { ref, text: 'He came back at noon.' });
  await must(desk, people.manager, 'incident.link', { ref, other });
  await must(desk, people.manager, 'incident.close', {
    ref,
    outcome: 'TALKED',
    feedback: 'We talked to him.',
  });
}

/** A tie, so that the casting vote is given too. */
async function holdAVote(desk: Desk): Promise<void> {
  const item = await vote(desk);
  await castAll(desk, item, ['FOR', 'FOR', 'AGAINST', 'AGAINST']);
  await done(desk, chair, 'item.close', { ...item });
  const reason = 'The letter of appeal names a witness whom nobody has heard yet.';
  await done(desk, chair, 'item.castingVote', { ...item, direction: 'FOR', reason });
}
