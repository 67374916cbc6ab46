import type { ReferralAttempt } from '../../contract/referral.ts';
import { contactOutcomes } from '../../contract/referralWords.ts';
import { refuse, refuseFields, settle, type Decision, type Facts } from '../decision.ts';
import { parsePhone } from '../people/phone.ts';
import { deadlineCatalogue } from '../time/deadlineCatalogue.ts';
import { dateLabel } from '../time/labels.ts';
import { londonDate } from '../time/london.ts';
import { addWorkingDays } from '../time/workingDays.ts';
import { changesTo, end, moveOn } from './change.ts';
import { readDay } from './checkDay.ts';
import { maxCalls, type Call, type Referral, type ReferralBody } from './referral.ts';
import { outOfDate } from './transitions.ts';

/** R4 to R6: a call to the patient and what came of it. The first one meets DL-19. */
export function logAttempt(input: ReferralAttempt, referral: Referral, facts: Facts): Decision {
  const stale = outOfDate('referral.logAttempt', input, referral, { by: input.outcome });
  if (stale) return stale;
  if (referral.body.calls.length >= maxCalls) {
    return refuse('A', `${maxCalls} calls are noted already. Close the referral as not reached.`);
  }
  const number = input.number ?? referral.body.form.patientPhone;
  const phone = parsePhone(number);
  if (!phone.ok) return refuseFields([{ field: 'number', message: phone.message }]);
  const again = callBack(input, facts);
  if (!again) {
    return refuseFields([{ field: 'callBackOn', message: 'Give a day from today on to ring again.' }]);
  }
  const call: Call = {
    at: facts.now.toString(),
    number,
    outcome: input.outcome,
    ...(input.note ? { note: input.note } : {}),
  };
  const { callBackOn: _before, ...kept } = referral.body;
  const body: ReferralBody = { ...kept, calls: [...kept.calls, call] };
  const settled = settle(referral, 'DL-19', facts.now);
  if (input.outcome === 'SPOKE_ACCEPTED') {
    return accept(input, { ...referral, body, deadlines: settled }, facts, call, referral);
  }
  if (input.outcome === 'SPOKE_DECLINED') {
    const ended = input.note ? { ended: { reason: input.note } } : {};
    return {
      ...end(referral, facts, { state: 'DECLINED', body, deadlines: settled, ...ended }),
      ...noted(referral, call, 'DECLINED', `Noted. ${referral.ref} is closed and the referrer is told.`),
    };
  }
  const next = { state: 'CONTACTING', deadlines: settled, body: { ...body, callBackOn: again } } as const;
  const ring = dateLabel(Temporal.PlainDate.from(again));
  return {
    ...changesTo(referral, moveOn(referral, facts, next)),
    ...noted(referral, call, 'CONTACTING', `Noted for ${referral.ref}. Ring again on ${ring}.`),
  };
}

/** R5: the patient confirms, and access needs were gone through; the first session is due within 20 working days (DL-21). */
function accept(
  input: ReferralAttempt,
  next: Referral,
  facts: Facts,
  call: Call,
  before: Referral,
): Decision {
  if (input.accessConfirmed !== true) {
    return refuseFields([
      { field: 'accessConfirmed', message: 'Go through the access needs with the patient, then tick this.' },
    ]);
  }
  const offerBy = deadlineCatalogue['DL-21'].due(facts.now, facts.calendar);
  const deadlines = { ...next.deadlines, 'DL-21': { dueOn: offerBy.toString() } };
  return {
    ...changesTo(before, moveOn(before, facts, { state: 'ACCEPTED', deadlines, body: next.body })),
    ...noted(
      before,
      call,
      'ACCEPTED',
      `Noted for ${before.ref}. Book the first session by ${dateLabel(offerBy)}.`,
    ),
  };
}

function noted(before: Referral, call: Call, state: Referral['state'], message: string) {
  return {
    entries: [
      {
        ref: before.ref,
        action: 'referral.called',
        content: { ...call, result: contactOutcomes[call.outcome] },
      },
    ],
    outcome: { ref: before.ref, state, version: before.version + 1, message },
  };
}

/** The London day of the next call: the one the patient named, else the next working day. Undefined when it has passed. */
function callBack(input: ReferralAttempt, facts: Facts): string | undefined {
  const today = londonDate(facts.now);
  if (!input.callBackOn) return addWorkingDays(facts.calendar, today, 1).toString();
  const day = readDay(input.callBackOn);
  return day && Temporal.PlainDate.compare(day, today) >= 0 ? day.toString() : undefined;
}
