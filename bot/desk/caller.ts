/** Who stands at the desk. */
import type { Door } from '../contract/audit.ts';
import { isActive, type Grant } from '../contract/roles.ts';
import type { Under } from '../contract/commands.ts';

/** Someone signed in: their person id in the directory. Chat and web make this from a checked token only. */
export interface Person {
  readonly person: string;
  /** By which door they came; left out, the tab. `chat` lets them give the commands marked so in the contract. */
  readonly from?: Extract<Door, 'chat' | 'tab'>;
  /** The number their request has in the log: ours, never a client's own text. Left out, the desk makes one. */
  readonly request?: string;
}

/** The app itself, when it loads the fictional area. Like `theJobs`, never made from anything a client sends. */
export const theSystem = { person: 'system', system: true, from: 'system' } as const;
/** The app itself at its background work (D17). */
export const theJobs = { ...theSystem, from: 'jobs' } as const;

export type Caller = Person | typeof theSystem | typeof theJobs;

export const isTheApp = (caller: Caller) => caller === theSystem || caller === theJobs;

/** From where something was done or read, for the audit (DOMAIN §8): the door, and the number of the request. */
export interface Origin {
  readonly door: Door;
  readonly request: string;
}

export const originOf = (caller: Caller, mint: () => string): Origin => ({
  door: caller.from ?? 'tab',
  request: ('request' in caller ? caller.request : undefined) ?? mint(),
});

export const systemGrant: Grant = { role: 'SYS', organisation: 'operator', area: 'all', from: '2000-01-01' };

/** The grants in force today that a caller may act under; `under` narrows them to the one they chose. */
export function activeGrants(grants: readonly Grant[], today: string, under: Under | undefined): Grant[] {
  return grants.filter(
    (grant) =>
      isActive(grant, today) &&
      (!under || (grant.role === under.role && grant.organisation === under.organisation)),
  );
}
