/** A person of the directory as a record with a history (D16), and who the administrators are. */
import { everyArea, type Grant } from '../../contract/roles.ts';
import type { Facts, Head } from '../decision.ts';

export interface PersonBody {
  readonly person: string;
  readonly name: string;
  /** In the order they were given. None is ever taken out, so a role is named by its place. */
  readonly grants: readonly Grant[];
  /** Who has ever been given cover for this person; whether it holds today, their own grants say. */
  readonly coveredBy: readonly string[];
}
export type PersonHead = Head<'PER', 'HERE' | 'LEFT', PersonBody>;

/** More than a working life brings; a record must not grow without bound. */
export const mostGrants = 100;

export const personRef = (person: string) => `PER-${person}`;

/** What belongs to no area and to whoever runs the app: people and places. */
export function newDirectoryHead<T extends string, S extends string, B extends object>(
  of: { readonly type: T; readonly ref: string; readonly state: S; readonly body: B },
  facts: Facts,
): Head<T, S, B> {
  const at = facts.now.toString();
  return {
    ...of,
    area: everyArea,
    organisation: facts.actor.organisation,
    createdBy: facts.actor.person,
    createdAt: at,
    updatedAt: at,
    version: 1,
    profile: '',
    deadlines: {},
  };
}

export function newPerson(person: string, name: string, facts: Facts): PersonHead {
  const body: PersonBody = { person, name, grants: [], coveredBy: [] };
  return newDirectoryHead({ type: 'PER', ref: personRef(person), state: 'HERE', body }, facts);
}

/** When somebody is administrator: London dates, both included. */
export interface Administrator {
  readonly person: string;
  readonly from: string;
  readonly to?: string;
}

/** The administrators of today and later, once this person's roles are as given. */
export function administratorsWith(
  before: readonly Administrator[],
  { person, grants }: Pick<PersonBody, 'person' | 'grants'>,
  today: string,
): Administrator[] {
  const own = grants
    .filter(({ role, endedAt }) => role === 'SYS' && endedAt === undefined)
    .map(({ from, to }): Administrator => ({ person, from, ...(to === undefined ? {} : { to }) }));
  return [...before.filter((other) => other.person !== person), ...own].filter(
    ({ to }) => to === undefined || to >= today,
  );
}

/**
 * The first London date, from today on, that had an administrator before a change and has none after it; undefined when
 * there is no such day. Who is administrator changes only on the days looked at.
 */
export function dayWithoutAdministrator(
  before: readonly Administrator[],
  after: readonly Administrator[],
  today: string,
): string | undefined {
  const days = [...before, ...after].flatMap(({ from, to }) => [from, ...(to ? [dayAfter(to)] : [])]);
  return [today, ...days]
    .filter((day) => day >= today)
    .toSorted()
    .find((day) => isAdministered(before, day) && !isAdministered(after, day));
}

/** Whether somebody is administrator on a London date. */
export const isAdministered = (all: readonly Administrator[], day: string) =>
  all.some(({ from, to }) => from <= day && (to === undefined || day <= to));

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
