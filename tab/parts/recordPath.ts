/** Where a record's page is in the app, told by the kind of reference it has. */
const pages: Readonly<Record<string, string>> = { REF: '/referrals' };

export function recordPath(ref: string): string {
  return `${pages[ref.slice(0, 3)] ?? '/incidents'}/${ref}`;
}
