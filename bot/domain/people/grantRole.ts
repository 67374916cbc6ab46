import type { z } from 'zod';
import type { roleGrant } from '../../contract/people.ts';
import {
  everyArea,
  organisationKinds,
  roleLabels,
  roleOrganisations,
  type Grant,
  type OrganisationKind,
  type Role,
} from '../../contract/roles.ts';
import { advance, refuse, refuseFields, type Decision, type Facts, type Refused } from '../decision.ts';
import { londonDate } from '../time/london.ts';
import { findOverlap, periodInWords, readPeriod, type Period } from './period.ts';
import { mostGrants, type PersonHead } from './person.ts';

/** What the rule must know of where a role is held. */
export interface Place {
  readonly organisation: string;
  readonly name: string;
  readonly type: string;
  readonly area: string;
}

export const nobodyThere = refuseFields([
  { field: 'person', message: 'Nobody has this id. Go back to the list of people.' },
]);

/**
 * §1.1: a role at one organisation for one area, from today or later. The same role on the same days is refused, so that
 * a role has one beginning and one end; one that begins the day after another goes on from it.
 */
export function grantRole(
  input: z.output<typeof roleGrant>,
  known: PersonHead | undefined,
  place: Place | undefined,
  isArea: (area: string) => boolean,
  facts: Facts,
): Decision {
  if (!known) return nobodyThere;
  const read = readPeriod(input, londonDate(facts.now));
  if ('problem' in read) return refuseFields([read.problem]);
  const held = placeFor(input, place, isArea);
  if ('changed' in held) return held;
  const grant = { ...held, ...read.period };
  return (
    refuseGrant(known, grant, 'role', facts) ?? granted(known, grant, place?.name ?? '', input.reason, facts)
  );
}

/** Where the role would be held: at its kind of organisation, in the area it works for. */
export function placeFor(
  input: { readonly role: Role; readonly organisation: string; readonly area?: string | undefined },
  place: Place | undefined,
  isArea: (area: string) => boolean,
): Omit<Grant, keyof Period> | Refused {
  const { role, organisation } = input;
  if (!place)
    return refuseFields([{ field: 'organisation', message: 'Choose an organisation of the list.' }]);
  const kinds = roleOrganisations[role];
  if (!kinds.some((kind) => kind === place.type)) {
    const where = kinds.map((kind: OrganisationKind) => organisationKinds[kind]).join(', or ');
    const message = `${place.name} is not where this role is held. Choose another organisation. It must be: ${where}.`;
    return refuse('§1.1', message, 'organisation');
  }
  if (role === 'SYS') return { role, organisation, area: everyArea };
  const area = input.area ?? place.area;
  if (place.type === 'practice' && area !== place.area)
    return refuse('§1.1', `${place.name} is in another area. Leave the area out.`, 'area');
  if (!isArea(area)) return refuseFields([{ field: 'area', message: 'Choose an area of the list.' }]);
  return { role, organisation, area };
}

/** Why this person cannot have this grant, said at the field it was chosen by; undefined when they can. */
export function refuseGrant(
  { body }: PersonHead,
  grant: Grant,
  field: 'role' | 'by',
  facts: Facts,
): Refused | undefined {
  // No role sees patient data by being administrator, so none gives themselves one that does.
  if (body.person === facts.actor.person && grant.role !== 'SYS') return refuse('§1.1', notToOneself, field);
  if (body.grants.length >= mostGrants)
    return refuse('A', `${body.name} has had ${mostGrants} roles. Ask whoever runs Common Ground.`, field);
  const held = findOverlap(body.grants, grant);
  if (!held) return undefined;
  const days = `${body.name} has this role there already, ${periodInWords(held)}.`;
  return refuse('§1.1', `${days} Choose other days, or end that one first.`, field);
}

const notToOneself =
  'You cannot give yourself this role: an administrator sees no patient data. Another administrator can decide on it.';

function granted(
  known: PersonHead,
  grant: Grant,
  organisationName: string,
  reason: string | undefined,
  facts: Facts,
): Decision {
  const body = { ...known.body, grants: [...known.body.grants, grant] };
  const next = advance(known, facts.now, { state: 'HERE', body });
  return {
    changed: true,
    heads: [next],
    entries: [{ ref: next.ref, action: 'people.roleGranted', content: { ...grant, reason } }],
    outcome: {
      ref: next.ref,
      version: next.version,
      message: `${known.body.name} has the role ${roleLabels[grant.role]} at ${organisationName}, ${periodInWords(grant)}.`,
    },
  };
}
