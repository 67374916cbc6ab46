/** Organisations and areas: what roles are held at and records belong to (DOMAIN §1.1). */
import type { z } from 'zod';
import type { areaForm, organisationForm } from '../../contract/people.ts';
import { everyArea } from '../../contract/roles.ts';
import type { FieldProblem } from '../../contract/refusal.ts';
import {
  advance,
  refuse,
  refuseFields,
  refuseStale,
  type Decision,
  type Facts,
  type Head,
} from '../decision.ts';
import type { Checked, Warning } from './checked.ts';
import { parseSecureEmail } from './email.ts';
import { parseOdsCode } from './odsCode.ts';
import { newDirectoryHead } from './person.ts';
import { parsePhone } from './phone.ts';

export interface OrganisationBody {
  readonly organisation: string;
  readonly name: string;
  readonly type: string;
  readonly area: string;
  /** A practice's own code, which is its id too. */
  readonly odsCode?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly sites: readonly string[];
}
export type OrganisationHead = Head<'ORG', 'KNOWN', OrganisationBody>;

export interface AreaBody {
  readonly area: string;
  readonly name: string;
  /** The policy's profile in force here, as `id@version` (§6.4). */
  readonly profile: string;
  readonly rehabProvider?: string;
}
export type AreaHead = Head<'ARE', 'KNOWN', AreaBody>;

export const organisationRef = (organisation: string) => `ORG-${organisation}`;
export const areaRef = (area: string) => `ARE-${area}`;

export const newOrganisation = (body: OrganisationBody, facts: Facts): OrganisationHead =>
  newDirectoryHead({ type: 'ORG', ref: organisationRef(body.organisation), state: 'KNOWN', body }, facts);
export const newArea = (body: AreaBody, facts: Facts): AreaHead =>
  newDirectoryHead({ type: 'ARE', ref: areaRef(body.area), state: 'KNOWN', body }, facts);

/** The profile a new area begins with. */
export const firstProfile = 'national-2024@1';

const shortName = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The id an organisation is kept under: a practice's ODS code in capitals (§5.2), else its short name. */
export function organisationId(type: string, typed: string): Checked<string> {
  if (type === 'practice') return parseOdsCode(typed);
  const value = typed.trim().toLowerCase();
  if (shortName.test(value)) return { ok: true, value };
  return {
    ok: false,
    message: 'Give a short name of small letters, digits and hyphens, like steady-ground.',
  };
}

/** Adds an organisation or changes one. What kind it is and where it belongs stay: its records are kept by that. */
export function putOrganisation(
  input: z.output<typeof organisationForm>,
  known: OrganisationHead | undefined,
  isArea: boolean,
  facts: Facts,
): Decision {
  const { version, phone, email } = input;
  const id = organisationId(input.type, input.organisation);
  // Forms and letters go to an organisation's own address (DOMAIN §1.3 rule 3).
  const address = email ? parseSecureEmail(email) : undefined;
  const checks = {
    organisation: id,
    ...(phone ? { phone: parsePhone(phone) } : {}),
    ...(address ? { email: address } : {}),
  };
  const [first, ...others] = problemsOf(checks);
  if (first) return refuseFields([first, ...others]);
  if (!isArea) return refuseFields([{ field: 'area', message: 'Choose an area of the list.' }]);
  if (input.type === 'operator' && !known)
    return refuse('§1.1', 'There is one operator, and it is there already.', 'type');
  const wrong = refuseVersion(known, version, 'organisation');
  if (wrong) return wrong;
  if (known && (known.body.type !== input.type || known.body.area !== input.area))
    return refuse('§1.1', 'An organisation keeps its kind and its area. Add a new one instead.', 'type');

  const organisation = id.ok ? id.value : '';
  const body: OrganisationBody = {
    organisation,
    name: input.name,
    type: input.type,
    area: input.area,
    sites: input.sites,
    ...(input.type === 'practice' ? { odsCode: organisation } : {}),
    ...(phone ? { phone } : {}),
    ...(address?.ok ? { email: address.value } : {}),
  };
  const head: OrganisationHead = known ? advance(known, facts.now, { body }) : newOrganisation(body, facts);
  return put(head, known === undefined, warningsOf(checks));
}

/** Adds an area or changes its name and who runs the programme there. Its profile is the commissioner's to change. */
export function putArea(
  input: z.output<typeof areaForm>,
  known: AreaHead | undefined,
  provider: { readonly type: string } | undefined,
  facts: Facts,
): Decision {
  const area = input.area.trim().toLowerCase();
  if (!shortName.test(area) || area === everyArea)
    return refuseFields([
      { field: 'area', message: 'Give a short name of small letters, digits and hyphens, like brookshire.' },
    ]);
  if (input.rehabProvider !== undefined && provider?.type !== 'rehabProvider')
    return refuseFields([{ field: 'rehabProvider', message: 'Choose a provider of the programme.' }]);
  const wrong = refuseVersion(known, input.version, 'area');
  if (wrong) return wrong;
  const body: AreaBody = {
    area,
    name: input.name,
    profile: known?.body.profile ?? firstProfile,
    ...(input.rehabProvider ? { rehabProvider: input.rehabProvider } : {}),
  };
  const head: AreaHead = known ? advance(known, facts.now, { body }) : newArea(body, facts);
  return put(head, known === undefined, []);
}

/** Two administrators at once: the second sees what the first has saved before saving over it. */
function refuseVersion(
  known: { readonly version: number; readonly body: { readonly name: string } } | undefined,
  version: number | undefined,
  field: string,
) {
  if (version === undefined)
    return known && refuse('§1.1', `${known.body.name} has this code already. Change it instead.`, field);
  if (!known) return refuseStale('This is not in the directory. Look at the list again.');
  if (known.version !== version)
    return refuseStale(`Somebody has changed ${known.body.name} meanwhile. Look again, then save.`);
  return undefined;
}

function put(head: OrganisationHead | AreaHead, isNew: boolean, warnings: readonly Warning[]): Decision {
  const { ref, version, body } = head;
  return {
    changed: true,
    heads: [head],
    entries: [{ ref, action: isNew ? 'places.added' : 'places.changed', content: { ...body } }],
    outcome: {
      ref,
      version,
      message: isNew ? `${body.name} is in the directory.` : `${body.name} is changed.`,
      ...(warnings.length > 0 ? { warnings: [...warnings] } : {}),
    },
  };
}

type Checks = Readonly<Record<string, Checked<unknown>>>;

const problemsOf = (checks: Checks): FieldProblem[] =>
  Object.entries(checks).flatMap(([field, checked]) =>
    checked.ok ? [] : [{ field, message: checked.message }],
  );
const warningsOf = (checks: Checks): Warning[] =>
  Object.values(checks).flatMap((checked) => (checked.ok ? (checked.warnings ?? []) : []));
