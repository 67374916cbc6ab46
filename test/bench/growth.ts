/**
 * How much slower a command and a page of a list get from 1,000 to 100,000 cases in the store. Both registers are open
 * at once and take turns, so that what else the machine does meets both.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk, type Desk } from '../../bot/desk/desk.ts';
import { openStore } from '../../bot/store/client.ts';
import { aReport, openHouse, people } from '../support/house.ts';
import { aReferral, must } from '../support/referrals.ts';
import { fillRegister } from './fillRegister.ts';

export interface Growth {
  readonly what: string;
  /** Milliseconds at p95 over the small register and over the large one, and in the middle. */
  readonly p95: Sizes;
  readonly median: Sizes;
  /** Requests of the SDK for it, over each. */
  readonly requests: Sizes;
}

interface Sizes {
  readonly small: number;
  readonly large: number;
}

export const sizes = { small: 1000, large: 100_000 } as const;
const counted = 300;
const warmUp = 20;

const measured: Readonly<Record<string, (desk: Desk) => Promise<unknown>>> = {
  'incident.report': (desk) => must(desk, people.receptionist, 'incident.report', aReport()),
  'referral.submit': (desk) => must(desk, people.manager, 'referral.submit', aReferral()),
  'incident.list': (desk) => desk.ask(people.manager, { name: 'incident.list', input: {} }),
  'referral.list': (desk) => desk.ask(people.coordinator, { name: 'referral.list', input: {} }),
};

export async function measureGrowth(): Promise<Growth[]> {
  const small = await openRegister(sizes.small);
  const large = await openRegister(sizes.large);
  const grown: Growth[] = [];
  for (const [what, give] of Object.entries(measured)) {
    const times = { small: [] as number[], large: [] as number[] };
    for (let round = 0; round < warmUp + counted; round += 1) {
      const first = round % 2 === 0 ? small : large;
      for (const register of [first, first === small ? large : small]) {
        const took = await register.time(give);
        if (round >= warmUp) times[register === small ? 'small' : 'large'].push(took);
      }
    }
    const requests = { small: small.requests(), large: large.requests() };
    const at = (share: number) => ({ small: rank(times.small, share), large: rank(times.large, share) });
    grown.push({ what, p95: at(0.95), median: at(0.5), requests });
  }
  small.close();
  large.close();
  return grown;
}

async function openRegister(cases: number) {
  let requests = 0;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const store = await openStore({
    embedded: { file: join(folder, 'records.sqlite'), onRequest: () => (requests += 1) },
  });
  const house = await openHouse({ records: store.records, access: store.access });
  await fillRegister(house.office, cases);
  const desk = createDesk(house.office);
  return {
    /** Milliseconds it takes. */
    async time(give: (desk: Desk) => Promise<unknown>): Promise<number> {
      requests = 0;
      const began = performance.now();
      await give(desk);
      return performance.now() - began;
    },
    /** Of the last time. */
    requests: () => requests,
    close() {
      house.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The value that this share of all does not exceed. */
function rank(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
}
