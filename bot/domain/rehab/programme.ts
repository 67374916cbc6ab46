/** What an area profile says about the programme (DOMAIN §6.4, `rehab.*`). */
export interface Programme {
  /** Whether repeated behaviour below the level of the scheme is a ground (G3). */
  readonly ground3: boolean;
  readonly maxDna: number;
  readonly minAge: number;
  /** Minutes of a session that count as attended without a reason. */
  readonly minMinutes: number;
  readonly contactAttempts: number;
  readonly unreachableAfterWorkingDays: number;
  readonly shareNhsNumber: boolean;
}

const common = {
  maxDna: 2,
  minAge: 18,
  minMinutes: 165,
  contactAttempts: 3,
  unreachableAfterWorkingDays: 10,
  shareNhsNumber: false,
};
const profiles: Readonly<Record<string, Programme>> = {
  'wolverhampton-2017': { ...common, ground3: false },
  'national-2024': { ...common, ground3: true },
};

/** The programme under a profile as a record keeps it, `id@version`; an unknown one gets the strictest reading. */
export function programmeOf(profile: string): Programme {
  return profiles[profile.split('@')[0] ?? ''] ?? { ...common, ground3: false };
}
