/** What Teams asks to be sent again (DESIGN §7): 412, 429, 502 and 504. */
import type { Random } from '../desk/ports.ts';

const again: readonly number[] = [412, 429, 502, 504];
const mostTries = 5;
const firstWait = 1_000;
const longestWait = 60_000;

export interface Waiting {
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly random: Random;
}

/**
 * Tries up to five times, waiting 1, 2, 4 and 8 seconds, each up to half as long again; or as long as Retry-After
 * says, a minute at most. Throws what the last try threw, and at once what no repetition mends.
 */
export async function withRetries<T>(attempt: () => Promise<T>, { pause, random }: Waiting): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === mostTries || !isWorthRepeating(error)) throw error;
      const wait = retryAfterOf(error) ?? firstWait * 2 ** (tries - 1);
      await pause(Math.min(longestWait, wait + random.below(Math.max(1, Math.floor(wait / 2)))));
    }
  }
}

export function isWorthRepeating(error: unknown): boolean {
  return again.includes(statusOf(error) ?? 0);
}

/** The HTTP status behind an error of the connector, if there is one. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** In milliseconds. Only the form in seconds: Teams uses no other. */
function retryAfterOf(error: unknown): number | undefined {
  const { response } = error as {
    readonly response?: { readonly headers?: { get?(name: string): unknown } };
  };
  const seconds = Number(response?.headers?.get?.('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}
