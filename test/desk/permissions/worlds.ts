/** What may be so of a record and whoever asks, and what the policy's table then says; worked out without the code's. */
import type { Role } from '../../../bot/contract/roles.ts';
import { role } from '../../../bot/contract/roles.ts';
import type { Permission } from '../../../bot/desk/permissions/allows.ts';
import { conditions } from '../../../bot/desk/permissions/rights.ts';
import type { Action, Seat } from '../../../bot/desk/permissions/rights.ts';
import type { Fact, Subject } from '../../../bot/desk/permissions/subject.ts';
import type { PermissionObject } from '../../../bot/desk/permissions/table.ts';
import { everything } from './asking.ts';
import { cell, policyMatrix } from './policyMatrix.ts';

const practiceRoles = ['PRS', 'PPM', 'PGP'];
const providerRoles = ['SGP', 'SAD', 'RCO', 'RTR'];
const mayHoldSeat = ['CPT', 'CCM', 'HPC', 'PGR', 'PLR'];
const personal = ['inbox', 'self', 'directory'];

export interface World {
  readonly ownOrganisation: boolean;
  readonly ownArea: boolean;
  readonly selfAuthor: boolean;
  readonly ownCaseload: boolean;
  readonly assigned: boolean;
  readonly seat: Seat | undefined;
  readonly windowOpen: boolean;
  readonly facts: readonly Fact[];
  readonly state: string;
  /** Whether one's own organisation was contacted about it: it counts as theirs too. */
  readonly contacted: boolean;
}

/** Every condition the caller must state. */
export const stated: readonly Fact[] = [
  'inRemovalRequest',
  'onReferral',
  'registrationsDecide',
  'commissionerDecides',
  'nonRemovalGround',
  'removalLetter',
  'submitting',
  'signing',
  'onBehalf',
  'returnedItem',
  'whileOpen',
  'afterClose',
  'tied',
  'reporterMaySubmit',
  'subjectAccess',
];

export const subjectIn = (world: World): Subject => ({
  who: 'me',
  organisation: world.ownOrganisation ? 'mine' : 'theirs',
  area: world.ownArea ? 'here' : 'there',
  createdBy: world.selfAuthor ? 'me' : 'you',
  caseload: [world.ownCaseload ? 'mine' : 'theirs'],
  assignedTo: [world.assigned ? 'me' : 'you'],
  contacted: world.contacted ? ['mine'] : ['theirs too'],
  state: world.state,
  meetings: world.seat === undefined ? [] : [{ seat: world.seat, windowOpen: world.windowOpen }],
  facts: world.facts,
});

const isOwn = (world: World) => world.ownOrganisation || world.contacted;

export function inReach(code: Role, object: string, world: World): boolean {
  if (personal.includes(object) || code === 'SYS') return true;
  if (practiceRoles.includes(code)) return isOwn(world) && world.ownArea;
  if (providerRoles.includes(code)) return isOwn(world) || world.ownCaseload;
  return world.ownArea;
}

const wordHolds = (word: string, world: World): boolean => {
  if (word === 'ownSessions') return world.assigned;
  if (word === 'onAgenda') return world.seat !== undefined;
  if (word === 'whenContacted') return world.contacted;
  if (word === 'waitingForApproval') return world.state === 'WAIT_APPROVAL';
  if (word === 'draft') return world.state === 'DRAFT';
  return !Object.hasOwn(conditions, word) || (world.facts as readonly string[]).includes(word);
};

const suffixHolds: Readonly<Record<string, (world: World) => boolean>> = {
  o: isOwn,
  s: (world) => world.selfAuthor,
  c: (world) => world.ownCaseload || world.assigned,
  m: (world) => world.seat !== undefined && world.windowOpen,
  x: () => true,
  g: () => true,
};

const policy = policyMatrix(role.options);
const split = (right: string) => {
  const [action = '', limits = '', ...words] = right.split('|');
  return { action, limits, words, narrow: words.filter((word) => !Object.hasOwn(conditions, word)) };
};
type Policy = ReturnType<typeof split>;
const viewOf = (right: Policy): string =>
  right.limits.includes('g') ? 'aggregate' : right.limits.includes('x') ? 'status' : 'full';

export const cellsOf = (code: Role, object: string, seat: readonly Seat[]): readonly Policy[] =>
  [code, ...(mayHoldSeat.includes(code) ? seat : [])].flatMap((holder) =>
    [...(policy.get(cell(object, holder)) ?? [])].map(split),
  );

export const met = (right: Policy, world: World): boolean =>
  right.limits.split('').every((suffix) => suffixHolds[suffix]?.(world) === true) &&
  right.words.every((word) => wordHolds(word, world));

/** Undefined where the answer is the one the policy calls for; otherwise what was wrong. */
export function fault(answer: Permission, rights: readonly Policy[]): string | undefined {
  if (!answer.allowed) return rights.length === 0 ? undefined : 'refused';
  const order = ['full', 'status', 'aggregate'];
  const best = order.find((view) => rights.some((right) => viewOf(right) === view));
  if (answer.view !== best) return `view ${answer.view}, not ${best ?? 'refused'}`;
  const candidates = rights.filter((right) => viewOf(right) === best).map((right) => right.narrow);
  const fewest = Math.min(...candidates.map((narrow) => narrow.length));
  const told = answer.qualifiers.toSorted().join();
  const fits = candidates.some((narrow) => narrow.length === fewest && narrow.join() === told);
  return fits ? undefined : `qualifiers ${told}`;
}

export function walk(code: Role, check: (object: PermissionObject, action: Action) => readonly string[]) {
  return everything.flatMap(({ object, action }) =>
    check(object, action).map((wrong) => `${code} ${action} ${object}: ${wrong}`),
  );
}
