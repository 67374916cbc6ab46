import type { AwardRecord } from '../../contract/referral.ts';
import type { closeWays } from '../../contract/referralWords.ts';
import { askReason, refuse, refuseFields, type Decision, type Facts, type Refused } from '../decision.ts';
import { dateLabel } from '../time/labels.ts';
import { LONDON, londonDate } from '../time/london.ts';
import { addWorkingDays } from '../time/workingDays.ts';
import { end } from './change.ts';
import { checkDay } from './checkDay.ts';
import { programmeOf } from './programme.ts';
import { type Referral } from './referral.ts';
import { outOfDate } from './transitions.ts';

interface Closing {
  readonly version?: number | undefined;
  readonly how: keyof typeof closeWays;
  readonly reason?: string | undefined;
  readonly reasons?: Readonly<Record<string, string>> | undefined;
}

/** R7 and R19 by the coordinator: the patient could not be reached, or wants no more of it. */
export function closeReferral(input: Closing, referral: Referral, facts: Facts): Decision {
  const stale = outOfDate('referral.close', input, referral, { by: input.how });
  if (stale) return stale;
  if (input.how === 'UNREACHABLE') {
    const refused = checkReached(input, referral, facts);
    if (refused) return refused;
  } else if (!input.reason) {
    return refuseFields([{ field: 'reason', message: 'Say in a few words why it is withdrawn.' }]);
  }
  const state = input.how;
  return {
    ...end(referral, facts, { state, ...(input.reason ? { ended: { reason: input.reason } } : {}) }),
    ...ended('referral.closed', referral, state, {
      how: input.how,
      ...(input.reason ? { reason: input.reason } : {}),
      ...(input.reasons ? { reasons: input.reasons } : {}),
    }),
  };
}

/** R19 by the referrer; the coordinator is told, and trainers whose sessions are called off. */
export function withdrawReferral(
  input: { readonly version?: number | undefined; readonly reason: string },
  referral: Referral,
  facts: Facts,
): Decision {
  const stale = outOfDate('referral.withdraw', input, referral);
  if (stale) return stale;
  const changes = end(referral, facts, { state: 'WITHDRAWN', ended: { reason: input.reason } });
  return {
    ...changes,
    notices: [
      ...(changes.notices ?? []),
      {
        template: 'referral.withdrawn',
        ref: referral.ref,
        to: { roles: ['RCO'], organisation: referral.body.provider },
      },
    ],
    ...ended('referral.withdrawn', referral, 'WITHDRAWN', { reason: input.reason }),
  };
}

/** R16, R17: the award, dated the second session or later, or why there is none. */
export function recordAward(input: AwardRecord, referral: Referral, facts: Facts): Decision {
  const stale = outOfDate('referral.recordAward', input, referral, { by: input.award });
  if (stale) return stale;
  if (input.award === 'NO_AWARD') {
    const { noAwardReason } = input;
    if (!noAwardReason) {
      return refuseFields([{ field: 'noAwardReason', message: 'Choose why there is no award.' }]);
    }
    return {
      ...end(referral, facts, { state: 'COMPLETED_NO_AWARD', ended: { noAwardReason } }),
      ...ended('referral.noAward', referral, 'COMPLETED_NO_AWARD', { noAwardReason }),
    };
  }
  const { awardedOn, certificate } = input;
  if (!awardedOn) return refuseFields([{ field: 'awardedOn', message: 'Give the date of the award.' }]);
  const [wrong] = [
    ...checkDay(awardedOn, 'awardedOn', londonDate(facts.now)),
    ...tooEarly(awardedOn, referral),
  ];
  if (wrong) return refuseFields([wrong]);
  if (!certificate) {
    return refuseFields([{ field: 'certificate', message: 'Give the reference on the certificate.' }]);
  }
  const award = { on: awardedOn, certificate };
  return {
    ...end(referral, facts, { state: 'COMPLETED', ended: { award } }),
    ...ended('referral.awarded', referral, 'COMPLETED', award),
  };
}

function ended(
  action: string,
  referral: Referral,
  state: Referral['state'],
  content: Readonly<Record<string, unknown>>,
) {
  const message = 'Done. The referral is closed, and the referrer can read how it ended.';
  return {
    entries: [{ ref: referral.ref, action, content }],
    outcome: { ref: referral.ref, state, version: referral.version + 1, message },
  };
}

/** DL-20: the first London day on which a referral may be closed as not reached (R7). */
export function unreachableFrom(referral: Referral, facts: Pick<Facts, 'calendar'>): Temporal.PlainDate {
  const sent = londonDate(Temporal.Instant.from(referral.createdAt));
  return addWorkingDays(facts.calendar, sent, programmeOf(referral.profile).unreachableAfterWorkingDays);
}

/** R7: enough calls on enough days, long enough ago, and one of them in the evening, early or at a weekend, or a reason. */
function checkReached(input: Closing, referral: Referral, facts: Facts): Refused | undefined {
  const { calls } = referral.body;
  const { contactAttempts } = programmeOf(referral.profile);
  const days = new Set(calls.map(({ at }) => londonDate(Temporal.Instant.from(at)).toString()));
  if (calls.length < contactAttempts || days.size < contactAttempts) {
    return refuse(
      'R7',
      `Ring on at least ${contactAttempts} different days first. So far it is ${days.size}.`,
      'how',
    );
  }
  const from = unreachableFrom(referral, facts);
  if (Temporal.PlainDate.compare(londonDate(facts.now), from) < 0) {
    return refuse('R7', `This can be closed as not reached from ${dateLabel(from)} on, not before.`, 'how');
  }
  if (calls.some(({ at }) => isOutsideOffice(Temporal.Instant.from(at))) || input.reasons?.['R7'])
    return undefined;
  return askReason(
    'R7',
    'Every call was between 9am and 5pm. Try once at another time, or give a reason why not.',
    'how',
  );
}

function isOutsideOffice(at: Temporal.Instant): boolean {
  const { hour } = at.toZonedDateTimeISO(LONDON);
  return hour < 9 || hour >= 17;
}

function tooEarly(awardedOn: string, referral: Referral) {
  const held = referral.body.sessions[2]?.startLocal.slice(0, 'yyyy-mm-dd'.length);
  if (held === undefined || awardedOn >= held) return [];
  return [
    {
      field: 'awardedOn',
      message: `The award cannot be before session 2, ${dateLabel(Temporal.PlainDate.from(held))}.`,
    },
  ];
}
