/** People of the directory, and what its administrator knows on Monday 11 January 2027. */
import type { Grant, Role } from '../../../bot/contract/roles.ts';
import type { Decision, Facts } from '../../../bot/domain/decision.ts';
import type { Place } from '../../../bot/domain/people/grantRole.ts';
import { newPerson, type PersonHead } from '../../../bot/domain/people/person.ts';
import { changesOf, factsFor } from '../incident/facts.ts';

export const sam = { person: 'person-901', name: 'Sam Tully' };

export const asAdministrator = (changes: Partial<Facts> = {}): Facts =>
  factsFor({ actor: { ...sam, role: 'SYS', organisation: 'operator', area: 'all' }, ...changes });

export const millbrook: Place = {
  organisation: 'Z99001',
  name: 'Millbrook Surgery',
  type: 'practice',
  area: 'brookshire',
};
export const steadyGround: Place = {
  organisation: 'steady-ground',
  name: 'Steady Ground',
  type: 'rehabProvider',
  area: 'brookshire',
};
export const theOperator: Place = {
  organisation: 'operator',
  name: 'Common Ground',
  type: 'operator',
  area: 'all',
};

/** A role at Millbrook since last year, unless told otherwise. */
export const held = (role: Role, changes: Partial<Grant> = {}): Grant => ({
  role,
  organisation: 'Z99001',
  area: 'brookshire',
  from: '2026-01-05',
  ...changes,
});

export function personWith(
  grants: readonly Grant[],
  changes: Partial<PersonHead['body']> & { readonly state?: PersonHead['state'] } = {},
): PersonHead {
  const { state = 'HERE', ...body } = changes;
  const head = newPerson('person-500', 'Robin Vale', asAdministrator());
  const next = { ...head.body, grants, ...body };
  return { ...head, ref: `PER-${next.person}`, state, body: next };
}

/** The person as the rule leaves them. */
export function personAfter(decision: Decision, index = 0): PersonHead {
  const head = changesOf(decision).heads[index];
  if (head?.type !== 'PER') throw new Error('The rule changed no person.');
  return head as PersonHead;
}
