import type { Sealing } from '../desk/audit/sealing.ts';
import type { Log } from '../desk/logPort.ts';
import type { Clock } from '../desk/ports.ts';
import { nameOf } from './conclude.ts';
import type { MayGoOn } from './ports.ts';

/** After a failure: soon enough for a day's seal, seldom enough for whatever is down. */
const tryAgain = { minutes: 10 };

/**
 * Seals every day that is over, in every scope, once a day (D16); what was missed while nobody worked is caught up.
 * Asked at every round of the worker, and does nothing until something can be due.
 */
export function createSealDays(
  sealing: Sealing,
  clock: Clock,
  log: Pick<Log, 'warn'>,
): (mayGoOn: MayGoOn) => Promise<void> {
  let notBefore: Temporal.Instant | undefined;

  /** `cut` when there is something more urgent, or the lease is gone: it goes on at the next round. */
  const sealScope = async (scope: string, mayGoOn: MayGoOn): Promise<'done' | 'cut' | 'failed'> => {
    try {
      while (await mayGoOn()) {
        const one = await sealing.sealNext(scope);
        if (one.sealed) continue;
        if (one.why === 'nothing') return 'done';
        log.warn(
          { scope, ...(one.day ? { day: one.day } : {}) },
          'An anchor does not agree with the store. Run: npm run verify',
        );
        return 'failed';
      }
      return 'cut';
    } catch (error) {
      log.warn({ scope, why: nameOf(error) }, 'A day could not be sealed.');
      return 'failed';
    }
  };

  return async (mayGoOn) => {
    if (notBefore && Temporal.Instant.compare(clock.now(), notBefore) < 0) return;
    const next = sealing.nextDue();
    let hasFailed = false;
    for (const scope of await sealing.scopes()) {
      const how = await sealScope(scope, mayGoOn);
      if (how === 'cut') return;
      hasFailed ||= how === 'failed';
    }
    notBefore = hasFailed ? clock.now().add(tryAgain) : next;
  };
}
