/** Who stands at the desk. */
import { isActive, type Grant } from '../contract/roles.ts';
import type { Under } from '../contract/commands.ts';

/** Someone signed in: their person id in the directory. Chat and web make this from a checked token only. */
export interface Person {
  readonly person: string;
  /** Set by bot/chat: lets them give the commands marked `from: 'chat'` in the contract. */
  readonly from?: 'chat';
}

/** The app itself: loading the fictional area, remembering a conversation. Never made from anything a client sends. */
export const theSystem = { person: 'system', system: true, from: 'outbox' } as const;

export type Caller = Person | typeof theSystem;

export const systemGrant: Grant = { role: 'SYS', organisation: 'operator', area: 'all', from: '2000-01-01' };

/** The grants in force today that a caller may act under; `under` narrows them to the one they chose. */
export function activeGrants(grants: readonly Grant[], today: string, under: Under | undefined): Grant[] {
  return grants.filter(
    (grant) =>
      isActive(grant, today) &&
      (!under || (grant.role === under.role && grant.organisation === under.organisation)),
  );
}
