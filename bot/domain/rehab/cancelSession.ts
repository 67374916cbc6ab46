import type { cancelledBy } from '../../contract/referralWords.ts';
import { refuse, refuseStale, type Decision, type Facts } from '../decision.ts';
import { hasBegun } from './bookSession.ts';
import { changesTo, moveOn, tellTrainers } from './change.ts';
import { whereItStands, type Referral, type SessionNumber } from './referral.ts';
import { outOfDate } from './transitions.ts';

interface Cancellation {
  readonly version?: number | undefined;
  readonly session: SessionNumber;
  readonly by: keyof typeof cancelledBy;
  readonly reason?: string | undefined;
}

/**
 * R11, R15: a session called off before it starts; it never counts as a miss. With session 1 goes a held session 2;
 * a held one called off by itself leaves session 1 as it is (R12a).
 */
export function cancelSession(input: Cancellation, referral: Referral, facts: Facts): Decision {
  const session = referral.body.sessions[input.session];
  const stale = outOfDate('referral.cancelSession', input, referral, { session: input.session });
  if (stale) return stale;
  if (!session || session.mark) return refuseStale(whereItStands(referral));
  if (hasBegun(session, facts)) {
    return refuse('R11', 'This session has begun. Say how it went instead.', 'session');
  }
  const held = input.session === 1 ? referral.body.sessions[2] : undefined;
  const { [input.session]: _cancelled, ...rest } = referral.body.sessions;
  const after = moveOn(referral, facts, {
    state: stateAfter(referral, input.session),
    body: { ...referral.body, sessions: input.session === 1 ? {} : rest },
  });
  return {
    ...changesTo(referral, after),
    entries: [
      {
        ref: after.ref,
        action: 'referral.sessionCancelled',
        content: {
          session: input.session,
          calledOffBy: input.by,
          startLocal: session.startLocal,
          alsoHeld: held !== undefined,
          ...(input.reason ? { reason: input.reason } : {}),
        },
      },
    ],
    notices: tellTrainers('session.cancelled', after, held ? [session, held] : [session], facts),
    outcome: {
      ref: after.ref,
      state: after.state,
      version: after.version,
      message: held
        ? 'Session 1 is called off, and the time held for session 2 is free again.'
        : `Session ${input.session} is called off. The trainer has been told.`,
    },
  };
}

function stateAfter(referral: Referral, session: SessionNumber): Referral['state'] {
  if (session === 1) return 'S1_CANCELLED';
  return referral.state === 'S1_BOOKED' ? 'S1_BOOKED' : 'S2_CANCELLED';
}
