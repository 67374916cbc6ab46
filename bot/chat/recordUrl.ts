import type { Chat } from './chat.ts';

const pages: Readonly<Record<string, string>> = { REF: 'referrals', PLC: 'placements' };

/** A record's page in the tab, told by the kind of reference it has. */
export function recordUrl({ tabUrl }: Pick<Chat, 'tabUrl'>, ref: string): string {
  const page = pages[ref.slice(0, 3)] ?? 'incidents';
  return `${tabUrl}/#/${page}/${encodeURIComponent(ref)}`;
}
