/**
 * Which records an information-governance officer answers for. The role can be held at any controller (DOMAIN §1.1): at
 * the commissioner for the whole area, anywhere else for that organisation's own records, as with every other role.
 */
import type { Grant } from '../contract/roles.ts';
import { directory, type Office } from './office.ts';
import type { OrganisationRow } from './rows.ts';
import { providerOf } from './scopesOfArea.ts';

interface Lying {
  readonly scope: string;
  /** Where the record came from. */
  readonly organisation: string;
}

/** Whether an officer of this organisation decides about the record: with a provider it is the provider's to keep. */
export function keepsRecord(officers: OrganisationRow | undefined, { scope, organisation }: Lying): boolean {
  if (!officers) return false;
  return officers.type === 'commissioner' || officers.organisation === (providerOf(scope) ?? organisation);
}

/** Whether the record is part of the answer to a person who asks this organisation: what it sent away counts too. */
export function answersForRecord(officers: OrganisationRow | undefined, record: Lying): boolean {
  return keepsRecord(officers, record) || officers?.organisation === record.organisation;
}

/** The organisation a grant is held at. */
export async function organisationOf(office: Office, grant: Grant): Promise<OrganisationRow | undefined> {
  return (await office.records.read(directory, organisationId(grant), 'organisation'))?.row;
}

export const organisationId = ({ organisation }: Pick<Grant, 'organisation'>) =>
  `organisation:${organisation}`;
