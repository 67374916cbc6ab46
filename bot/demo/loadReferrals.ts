import type { SettableClock } from '../clock.ts';
import { calendarOf } from '../domain/time/bankHolidays.ts';
import { nextWorkingDay } from '../domain/time/workingDays.ts';
import type { Send } from './load.ts';
import { inThePast, type Past } from './past.ts';
import { demoCoordinator, demoProvider, demoTrainer, pastReferrals, type PastReferral } from './referrals.ts';

const calendar = calendarOf();
const coordinator = { person: demoCoordinator };
const trainer = { person: demoTrainer };
/** A session of the fictional past may fall on any day of the week. */
const reasons = { '§4.6': 'The patient asked for this day.' };

/** The programme's life before today, through the desk, with the clock set to the days it happened on. */
export async function loadReferrals(clock: SettableClock, send: Send): Promise<void> {
  await inThePast(clock, async (past) => {
    const { at, dayBefore } = past;
    for (const [index, referral] of pastReferrals.entries()) {
      const day = dayBefore(referral.sentDaysAgo + 1).toString();
      at(referral.sentDaysAgo, '09:40');
      const ref = await send({ person: referral.referrer }, `referral-${index}`, 'referral.submit', {
        ...referral.form,
        provider: demoProvider,
        agreementDate: day,
        warningLetterDate: day,
      });
      if (referral.ended !== 'waits') await bookBoth(send, past, { ref, index, referral });
      if (referral.ended === 'completed') await complete(send, past, { ref, index, referral });
    }
  });
}

interface Life {
  readonly ref: string;
  readonly index: number;
  readonly referral: PastReferral;
}

async function bookBoth(send: Send, { at, dayBefore }: Past, { ref, index, referral }: Life): Promise<void> {
  const { session1DaysAgo = 0, session2DaysAgo = 0, sentDaysAgo } = referral;
  at(sentDaysAgo - 1, '17:20');
  await send(coordinator, `called-${index}`, 'referral.logAttempt', {
    ref,
    outcome: 'SPOKE_ACCEPTED',
    accessConfirmed: true,
  });
  // What is still to come is on a working day, whatever today is.
  const dayOf = (daysAgo: number) =>
    daysAgo > 0 ? dayBefore(daysAgo) : nextWorkingDay(calendar, dayBefore(daysAgo));
  const slot = (daysAgo: number) => ({
    trainer: demoTrainer,
    start: `${dayOf(daysAgo).toString()}T10:00`,
  });
  await send(coordinator, `booked-${index}`, 'referral.book', {
    ref,
    session: 1,
    ...slot(session1DaysAgo),
    second: slot(session2DaysAgo),
    reasons,
  });
}

async function complete(send: Send, { at, dayBefore }: Past, { ref, index, referral }: Life): Promise<void> {
  const { session1DaysAgo = 0, session2DaysAgo = 0 } = referral;
  at(session1DaysAgo, '13:05');
  await send(trainer, `first-${index}`, 'referral.markAttendance', { ref, session: 1, mark: 'ATTENDED' });
  at(session2DaysAgo, '13:05');
  await send(trainer, `second-${index}`, 'referral.markAttendance', { ref, session: 2, mark: 'ATTENDED' });
  at(session2DaysAgo - 2, '11:00');
  await send(coordinator, `award-${index}`, 'referral.recordAward', {
    ref,
    award: 'AWARDED',
    awardedOn: dayBefore(session2DaysAgo - 1).toString(),
    certificate: 'SG-0147',
  });
}
