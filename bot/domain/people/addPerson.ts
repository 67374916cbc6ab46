import type { z } from 'zod';
import type { personAddition, personRenaming } from '../../contract/people.ts';
import { everyArea, type Grant } from '../../contract/roles.ts';
import { advance, refuse, refuseStale, type Decision, type Facts } from '../decision.ts';
import { londonDate } from '../time/london.ts';
import { nobodyThere } from './grantRole.ts';
import { newOrganisation, type OrganisationBody } from './places.ts';
import { isAdministered, newPerson, type Administrator, type PersonHead } from './person.ts';

/** A new person. They sign in and are told that they have no role, until they are given one. */
export function addPerson(
  { person, name }: z.output<typeof personAddition>,
  known: PersonHead | undefined,
  facts: Facts,
): Decision {
  if (known)
    return refuse('§1.1', `${known.body.name} has this id already. Open their page instead.`, 'person');
  const head = newPerson(person, name, facts);
  return {
    changed: true,
    heads: [head],
    entries: [{ ref: head.ref, action: 'people.added', content: { person, name } }],
    outcome: { ref: head.ref, version: 1, message: `${name} is in the directory. Give them a role next.` },
  };
}

export function renamePerson(
  { name, reason }: z.output<typeof personRenaming>,
  known: PersonHead | undefined,
  facts: Facts,
): Decision {
  if (!known) return nobodyThere;
  const before = known.body.name;
  if (before === name) return refuseStale(`The name is ${name} already.`);
  const next = advance(known, facts.now, { body: { ...known.body, name } });
  return {
    changed: true,
    heads: [next],
    entries: [{ ref: next.ref, action: 'people.renamed', content: { before, name, reason } }],
    outcome: { ref: next.ref, version: next.version, message: `${before} is now ${name}.` },
  };
}

/** The organisation every administrator belongs to, made with the first of them. */
export const operator: OrganisationBody = {
  organisation: 'operator',
  name: 'Common Ground',
  type: 'operator',
  area: everyArea,
  sites: [],
};

/**
 * The administrator named in the configuration, while there is none: a new directory could not be begun otherwise. Once
 * there is one this changes nothing.
 */
export function addFirstAdministrator(
  { person, name }: z.output<typeof personAddition>,
  known: PersonHead | undefined,
  administrators: readonly Administrator[],
  hasOperator: boolean,
  facts: Facts,
): Decision {
  const today = londonDate(facts.now).toString();
  if (isAdministered(administrators, today)) return refuse('§1.1', 'There is an administrator already.');
  const grant: Grant = { role: 'SYS', organisation: operator.organisation, area: everyArea, from: today };
  const start = known ?? newPerson(person, name, facts);
  const body = { ...start.body, grants: [...start.body.grants, grant] };
  const head: PersonHead = known ? advance(known, facts.now, { state: 'HERE', body }) : { ...start, body };
  const place = newOrganisation(operator, facts);
  const reason = 'Named in the configuration as the first administrator.';
  return {
    changed: true,
    heads: [...(hasOperator ? [] : [place]), head],
    entries: [
      ...(hasOperator ? [] : [{ ref: place.ref, action: 'places.added', content: { ...operator } }]),
      ...(known ? [] : [{ ref: head.ref, action: 'people.added', content: { person, name } }]),
      { ref: head.ref, action: 'people.roleGranted', content: { ...grant, reason } },
    ],
    outcome: { ref: head.ref, version: head.version, message: `${head.body.name} is administrator.` },
  };
}
