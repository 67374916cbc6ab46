/** What a rule may know besides the records (D3). */
import type { Facts } from '../domain/decision.ts';
import { makeReference, type ReferenceType } from '../domain/references.ts';
import { calendarOf } from '../domain/time/bankHolidays.ts';
import { londonDate } from '../domain/time/london.ts';
import type { Loaded } from './load.ts';
import type { Office } from './office.ts';
import type { OrganisationRow, PersonRow } from './rows.ts';

const calendar = calendarOf();

export function gatherFacts(
  office: Office,
  place: Pick<Loaded, 'grant' | 'organisation' | 'area'>,
  person: PersonRow,
): Facts {
  const now = office.clock.now();
  return {
    now,
    calendar,
    actor: {
      person: person.person,
      name: person.name,
      role: place.grant.role,
      organisation: place.grant.organisation,
      area: place.grant.area,
    },
    profile: place.area?.profile ?? '',
    ...(place.area?.rehabProvider ? { rehabProvider: place.area.rehabProvider } : {}),
    organisation: organisationOf(place.organisation),
    allowTestNumbers: office.allowTestNumbers,
    mintReference: (type) =>
      makeReference(type as ReferenceType, londonDate(now).year, office.random.below(1_000_000)),
    hashPerson: office.hashPerson,
  };
}

function organisationOf(row: OrganisationRow | undefined): Facts['organisation'] {
  if (!row) return { name: '', sites: [] };
  const { name, sites, odsCode, phone, email } = row;
  return { name, sites, odsCode, phone, email };
}
