/** Who acts (DOMAIN §1.1): the roles, where each is held, and the grant that gives a person one. */
import { z } from 'zod';

export const organisationKind = z.enum([
  'practice',
  'commissioner',
  'registrations',
  'schemeProvider',
  'rehabProvider',
  'public',
  'operator',
]);
export type OrganisationKind = z.infer<typeof organisationKind>;

/** Every role with an account. Patients and other agencies (PAT, AGY) have none. */
export const role = z.enum([
  'PRS',
  'PPM',
  'PGP',
  'CPT',
  'CCM',
  'HPC',
  'PGR',
  'PLR',
  'REG',
  'SGP',
  'SAD',
  'RCO',
  'RTR',
  'OVS',
  'EVA',
  'AOF',
  'IGO',
  'SYS',
]);
export type Role = z.infer<typeof role>;

/** What a role is called on screen. */
export const roleLabels: Readonly<Record<Role, string>> = {
  PRS: 'Practice staff',
  PPM: 'Practice manager',
  PGP: 'GP',
  CPT: 'Primary Care Team officer',
  CCM: 'Contracts manager',
  HPC: 'Head of Primary Care',
  PGR: 'GP member of the panel',
  PLR: 'Lay member of the panel',
  REG: 'Registrations officer',
  SGP: 'Scheme GP',
  SAD: 'Scheme administrator',
  RCO: 'Programme coordinator',
  RTR: 'Programme trainer',
  OVS: 'Oversight reader',
  EVA: 'Evaluation reader',
  AOF: 'Accountable Officer',
  IGO: 'Information governance officer',
  SYS: 'System administrator',
};

/** What a kind of organisation is called on screen. */
export const organisationKinds: Readonly<Record<OrganisationKind, string>> = {
  practice: 'GP practice',
  commissioner: 'Commissioner',
  registrations: 'Registrations',
  schemeProvider: 'Scheme provider',
  rehabProvider: 'Provider of the behaviour programme',
  public: 'Members of the public',
  operator: 'Operator of Common Ground',
};

/** The area of a role that belongs to none: the administrator's. */
export const everyArea = 'all';

const controllers = ['practice', 'commissioner', 'registrations', 'schemeProvider', 'rehabProvider'] as const;

/** The kinds of organisation a role may be held in. */
export const roleOrganisations: Readonly<Record<Role, readonly OrganisationKind[]>> = {
  PRS: ['practice'],
  PPM: ['practice'],
  PGP: ['practice'],
  CPT: ['commissioner'],
  CCM: ['commissioner'],
  HPC: ['commissioner'],
  PGR: ['practice'],
  PLR: ['public'],
  REG: ['registrations'],
  SGP: ['schemeProvider'],
  SAD: ['schemeProvider'],
  RCO: ['rehabProvider'],
  RTR: ['rehabProvider'],
  OVS: ['commissioner'],
  EVA: ['commissioner'],
  AOF: ['commissioner'],
  IGO: controllers,
  SYS: ['operator'],
};

const id = z.string().regex(/^[A-Za-z0-9-]{1,60}$/, { error: 'Give an id of letters, digits and hyphens.' });
const day = z.iso.date({ error: 'Give the date, for example 2027-01-28.' });

/** One role, held at one organisation for one area, from and to London dates, the last day included (DESIGN D13). */
export const grantSchema = z
  .strictObject({
    role,
    organisation: id,
    area: id,
    from: day,
    to: day.optional(),
    /** The instant it was ended at once; from then on it holds no more, whatever `to` says. */
    endedAt: z.iso.datetime().optional(),
    /** The absent person it was given to cover for. */
    coverFor: id.optional(),
  })
  .refine((grant) => grant.to === undefined || grant.to >= grant.from, {
    path: ['to'],
    error: 'The last day cannot be before the first.',
  });
export type Grant = Readonly<z.infer<typeof grantSchema>>;

/**
 * Whether a grant holds now, on the London date `today` (as `2027-01-28`). Its first and last day are included; one that
 * was ended at once holds no more.
 */
export function isActive(grant: Grant, today: string): boolean {
  return grant.endedAt === undefined && grant.from <= today && (grant.to === undefined || today <= grant.to);
}
