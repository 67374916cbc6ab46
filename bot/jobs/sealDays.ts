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

  const sealScope = async (scope: string, mayGoOn: MayGoOn): Promise<boolean> => {
    try {
      while (await mayGoOn()) {
        const one = await sealing.sealNext(scope);
        if (one.sealed) continue;
        if (one.why === 'nothing') return true;
        log.warn(
          { scope, ...(one.day ? { day: one.day } : {}) },
          'An anchor does not agree with the store. Run: npm run verify',
        );
        return false;
      }
    } catch (error) {
      log.warn({ scope, why: nameOf(error) }, 'A day could not be sealed.');
    }
    return false;
  };

  return async (mayGoOn) => {
    if (notBefore && Temporal.Instant.compare(clock.now(), notBefore) < 0) return;
    const next = sealing.nextDue();
    let all = true;
    for (const scope of await sealing.scopes()) all = (await sealScope(scope, mayGoOn)) && all;
    notBefore = all ? next : clock.now().add(tryAgain);
  };
}
