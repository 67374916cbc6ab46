import { keepPreviousData, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { Answer, QuestionInput, QuestionName } from '../../bot/contract/questions.ts';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { refusalOf, type Tagged } from './api.ts';
import { useCaller } from './caller.ts';

/** A page that shows what others change asks again this often, in milliseconds, while it can be seen. */
const livePoll = 10_000;
/** The panel room: what others do there is what one is waiting for. */
const closePoll = 2_000;

interface Options {
  /** Ask again while the page is seen. The answer's tag makes that cheap. */
  readonly live?: boolean | 'closely';
  /** Ask once and keep the answer, however old: a form must not change under the hand. */
  readonly once?: boolean;
  /** Keep the last page of a list in place until the next one is there, so that nothing jumps. */
  readonly steady?: boolean;
}

export interface Asked<T> {
  readonly answer: T | undefined;
  /** Set when the last request failed. An earlier answer may still be there, unless access has ended. */
  readonly refusal: Refusal | undefined;
  readonly again: () => void;
  /** The answer as it is known this moment, before the page has been drawn with it. */
  readonly latest: () => T | undefined;
}

/** One question to the server, with its answer as it comes. */
export function useAnswer<N extends QuestionName>(
  name: N,
  input: QuestionInput<N>,
  { live = false, once = false, steady = false }: Options = {},
): Asked<Answer<N>> {
  const { api, under } = useCaller();
  const client = useQueryClient();
  const key: QueryKey = [name, input, under];
  const query = useQuery({
    queryKey: key,
    queryFn: () => api.ask(name, input, { under, before: client.getQueryData<Tagged<Answer<N>>>(key) }),
    // Tags tell whether anything changed; comparing whole answers again would be work for nothing.
    structuralSharing: false,
    ...(steady ? { placeholderData: keepPreviousData } : {}),
    // What this role may not see, it may not see in ten seconds either.
    refetchInterval: ({ state }) =>
      live && !isForGood(state.error) && (live === 'closely' ? closePoll : livePoll),
    staleTime: once ? 'static' : 0,
    gcTime: once ? Infinity : 60_000,
    refetchOnWindowFocus: !once,
  });
  return {
    // Who may no more see it, a leaver say, sees nothing of what came before.
    answer: isForGood(query.error) ? undefined : query.data?.answer,
    refusal: query.error ? refusalOf(query.error) : undefined,
    again: () => void query.refetch(),
    latest: () => client.getQueryData<Tagged<Answer<N>>>(key)?.answer,
  };
}

const isForGood = (error: Error | null) =>
  error !== null && ['notAvailable', 'unknown'].includes(refusalOf(error).code);
