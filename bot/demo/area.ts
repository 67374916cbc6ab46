/** The fictional area every demo starts in (D14). Nobody here exists; codes and numbers are from reserved ranges. */
import type { CommandInput } from '../contract/commands.ts';
import type { Role } from '../contract/roles.ts';

const area = 'brookshire';
const since = '2020-01-01';

export const demoArea: CommandInput<'directory.putArea'> = {
  area,
  name: 'Brookshire',
  profile: 'national-2024@1',
  rehabProvider: 'steady-ground',
};

const place = (
  organisation: string,
  type: CommandInput<'directory.putOrganisation'>['type'],
  name: string,
  sites: string[] = [],
  contact: { phone?: string; email?: string } = {},
): CommandInput<'directory.putOrganisation'> => ({
  organisation,
  type,
  name,
  area,
  sites,
  ...contact,
  ...(type === 'practice' ? { odsCode: organisation } : {}),
});

export const demoOrganisations = [
  place(
    'Z99001',
    'practice',
    'Millbrook Surgery',
    ['Millbrook Surgery, High Street', 'Station Road branch'],
    {
      phone: '020 7946 0101',
      email: 'office.millbrook@nhs.net',
    },
  ),
  place('Z99002', 'practice', 'Harbour Lane Practice', ['Harbour Lane'], {
    phone: '020 7946 0102',
    email: 'office.harbourlane@nhs.net',
  }),
  place('brookshire-icb', 'commissioner', 'Brookshire Integrated Care Board'),
  place('registrations', 'registrations', 'Primary Care Registrations'),
  place('crossfield', 'schemeProvider', 'Crossfield Scheme Practice', [], {
    phone: '020 7946 0105',
    email: 'office.crossfield@nhs.net',
  }),
  place('steady-ground', 'rehabProvider', 'Steady Ground'),
  place('public', 'public', 'Members of the public'),
  place('operator', 'operator', 'Common Ground'),
];

const person = (
  id: number,
  name: string,
  ...roles: readonly (readonly [Role, string])[]
): CommandInput<'directory.putPerson'> => ({
  person: `person-${id}`,
  name,
  grants: roles.map(([role, organisation]) => ({ role, organisation, area, from: since })),
});

export const demoPeople = [
  person(101, 'Rosa Bell', ['PRS', 'Z99001']),
  person(102, 'Tom Asher', ['PRS', 'Z99001']),
  person(103, 'Priya Shah', ['PPM', 'Z99001']),
  person(104, 'Helen Okafor', ['PGP', 'Z99001'], ['PGR', 'Z99001']),
  person(201, 'Ben Whitlow', ['PRS', 'Z99002']),
  person(202, 'Grace Lindqvist', ['PPM', 'Z99002']),
  person(203, 'Nikhil Verma', ['PGP', 'Z99002'], ['PGR', 'Z99002']),
  person(301, 'Daniel Reyes', ['CPT', 'brookshire-icb']),
  person(302, 'Joan Mistry', ['CCM', 'brookshire-icb']),
  person(303, 'Margaret Ellis', ['HPC', 'brookshire-icb']),
  person(304, 'Arthur Penrose', ['PLR', 'public']),
  person(305, 'Joyce Amadi', ['PLR', 'public']),
  person(401, 'Sunita Rao', ['REG', 'registrations']),
  person(501, 'Ian Calloway', ['SGP', 'crossfield']),
  person(601, 'Owen Price', ['RCO', 'steady-ground']),
  person(602, 'Kezia Boateng', ['RTR', 'steady-ground']),
  person(603, 'Leon Adair', ['RTR', 'steady-ground']),
  person(701, 'Nadia Karim', ['IGO', 'brookshire-icb']),
  person(901, 'Sam Tully', ['SYS', 'operator']),
];
