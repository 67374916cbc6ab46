import type { Chat } from './chat.ts';

/** A record's page in the tab, told by the kind of reference it has. */
export function recordUrl({ tabUrl }: Pick<Chat, 'tabUrl'>, ref: string): string {
  const page = ref.startsWith('REF-') ? 'referrals' : 'incidents';
  return `${tabUrl}/#/${page}/${encodeURIComponent(ref)}`;
}
