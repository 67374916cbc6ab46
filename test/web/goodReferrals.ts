/** Steps of a referral that succeed, for the fuzz: each on a record of its own. */
import type { Desk } from '../../bot/desk/desk.ts';
import { aReferral, anyDay, fileReferral, type lifeOfReferrals } from '../support/referrals.ts';
import { people } from './running.ts';

/** A person and an input that succeed. */
export type Good = () => Promise<{ person: string; input: Record<string, unknown> }>;

/** What is there once the server runs. */
type At = () => { readonly desk: Desk; readonly life: ReturnType<typeof lifeOfReferrals> };

export const goodReferralCommands = (at: At) =>
  ({
    'referral.submit': async () => ({ person: people.priya, input: aReferral() }),
    'referral.withdraw': async () => ({
      person: people.priya,
      input: {
        provider: 'steady-ground',
        ref: await fileReferral(at().desk),
        reason: 'The patient is moving away.',
      },
    }),
    'referral.logAttempt': async () => ({
      person: people.owen,
      input: { ref: await fileReferral(at().desk), outcome: 'NO_ANSWER', number: '07700 900155' },
    }),
    'referral.close': async () => ({
      person: people.owen,
      input: { ref: await at().life.accepted(), how: 'WITHDRAWN', reason: 'The patient has no time now.' },
    }),
    'referral.book': async () => ({
      person: people.owen,
      input: {
        ref: await at().life.accepted(),
        session: 1,
        ...at().life.slot(),
        joinLink: 'https://teams.example/meet/1',
        second: at().life.slot(),
        reasons: anyDay,
      },
    }),
    'referral.cancelSession': async () => ({
      person: people.owen,
      input: { ref: (await at().life.booked()).ref, session: 1, by: 'PATIENT', reason: 'Ill that day.' },
    }),
    'referral.markAttendance': async () => {
      const { ref, start } = await at().life.booked();
      at().life.after(start);
      return { person: people.kezia, input: { ref, session: 1, mark: 'PARTIAL', minutes: 90 } };
    },
    'referral.recordAward': async () => ({
      person: people.owen,
      input: { ref: await at().life.bothDone(), award: 'NO_AWARD', noAwardReason: 'NOT_PASSED' },
    }),
  }) satisfies Record<string, Good>;

export const goodReferralQuestions = (at: At) =>
  ({
    'referral.form': async () => ({ person: people.priya, input: {} }),
    'referral.status': async () => ({ person: people.priya, input: { ref: await fileReferral(at().desk) } }),
    'referral.page': async () => ({ person: people.owen, input: { ref: await fileReferral(at().desk) } }),
    'referral.mine': async () => ({ person: people.priya, input: { size: 2 } }),
    'referral.calls': async () => ({ person: people.owen, input: { size: 2 } }),
    'referral.list': async () => ({ person: people.owen, input: { queue: 'BOOKED' } }),
    'session.today': async () => ({ person: people.kezia, input: { date: '2027-01-12' } }),
    'session.week': async () => ({ person: people.owen, input: { date: '2027-01-12' } }),
    'trainer.list': async () => ({ person: people.owen, input: {} }),
  }) satisfies Record<string, Good>;
