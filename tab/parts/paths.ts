/** Where a record is shown, by the type that begins its reference. */
const pages: Readonly<Record<string, string>> = {
  REF: 'referrals',
  PLC: 'placements',
  MTG: 'meetings',
  ITM: 'meetings/items',
  SAR: 'subject-access',
};

export function pathOf(ref: string): string {
  return `/${pages[ref.slice(0, 3)] ?? 'incidents'}/${ref}`;
}
