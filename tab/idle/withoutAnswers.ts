import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What a hidden page may keep: who is signed in, the demo's clock, and the id a form was opened with. No patient's. */
const kept = new Set<unknown>(['demo', 'teams', 'me', 'incident.form', 'referral.form', 'placement.form']);

const isKept = ([name]: QueryKey) => kept.has(name);

/** Takes every answer about records out of memory; gives what asks the shown ones again. */
export function forgetAnswers(client: QueryClient): () => Promise<void> {
  const shown = client
    .getQueryCache()
    .findAll({ predicate: ({ queryKey }) => !isKept(queryKey) })
    .filter((query) => query.isActive())
    .flatMap(({ queryKey, options: { queryFn } }) =>
      typeof queryFn === 'function' ? [{ queryKey, queryFn, structuralSharing: false }] : [],
    );
  client.removeQueries({ predicate: ({ queryKey }) => !isKept(queryKey) });
  return async () => {
    // One that is refused by now says so on its page.
    await Promise.allSettled(shown.map((query) => client.fetchQuery(query)));
  };
}
