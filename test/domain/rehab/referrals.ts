import {
  referralSubmission,
  type ReferralState,
  type ReferralSubmission,
} from '../../../bot/contract/referral.ts';
import type { Changes, Decision, Facts } from '../../../bot/domain/decision.ts';
import { indexed } from '../../../bot/domain/rehab/change.ts';
import type { Referral, Session, Sessions } from '../../../bot/domain/rehab/referral.ts';
import { submitReferral } from '../../../bot/domain/rehab/submitReferral.ts';
import { makeReference } from '../../../bot/domain/references.ts';
import { aReferral } from '../../support/referrals.ts';
import { changesOf, factsFor } from '../incident/facts.ts';

export const at = (text: string) => Temporal.Instant.from(text);

const provider = 'steady-ground';
let minted = 0;

/** What a manager at Millbrook knows on Monday 11 January 2027 at 10am. */
export function asReferrer(changes: Partial<Facts> = {}): Facts {
  return factsFor({
    actor: {
      person: 'person-103',
      name: 'Priya Shah',
      role: 'PPM',
      organisation: 'Z99001',
      area: 'brookshire',
    },
    rehabProvider: provider,
    organisation: {
      name: 'Millbrook Surgery',
      sites: [],
      odsCode: 'Z99001',
      phone: '020 7946 0101',
      email: 'office.millbrook@nhs.net',
    },
    mintReference: () => {
      minted += 1;
      return makeReference('REF', 2027, minted);
    },
    ...changes,
  });
}

export const asCoordinator = (now: string): Facts =>
  asReferrer({
    now: at(now),
    actor: {
      person: 'person-601',
      name: 'Owen Price',
      role: 'RCO',
      organisation: provider,
      area: 'brookshire',
    },
  });
export const asTrainer = (now: string, person = 'person-602'): Facts =>
  asReferrer({
    now: at(now),
    actor: { person, name: 'Kezia Boateng', role: 'RTR', organisation: provider, area: 'brookshire' },
  });

export const formOf = (changes: Record<string, unknown> = {}): ReferralSubmission =>
  referralSubmission.parse({ ...aReferral(), ...changes });

export const findTrainer = (person: string) =>
  person.startsWith('person-60') ? { person, name: `Trainer ${person.slice(-1)}` } : undefined;

export function referralOf(decision: Decision | Pick<Changes, 'heads'>): Referral {
  const { heads } = 'changed' in decision ? changesOf(decision) : decision;
  return heads[0] as Referral;
}

export function sessionOn(day: string, changes: Partial<Session> = {}): Session {
  return {
    trainer: { person: 'person-602', name: 'Kezia Boateng' },
    start: `${day}T10:00:00Z`,
    end: `${day}T13:00:00Z`,
    startLocal: `${day}T10:00`,
    ...changes,
  };
}

/** Session 1 is on 20 January 2027, session 2 on the 27th, both 10am to 1pm. */
export const [day1, day2] = ['2027-01-20', '2027-01-27'] as const;
const marked = (day: string, as: 'ATTENDED' | 'PARTIAL' | 'DNA') =>
  sessionOn(day, { mark: { as, minutes: as === 'DNA' ? 0 : 180, at: `${day}T13:00:00Z` } });
const done = { 1: marked(day1, 'ATTENDED') };

const sessionsIn: Partial<Record<ReferralState, Sessions>> = {
  S1_BOOKED: { 1: sessionOn(day1) },
  S1_DNA: { 1: marked(day1, 'DNA') },
  S1_DONE: done,
  S2_BOOKED: { ...done, 2: sessionOn(day2) },
  S2_DNA: { ...done, 2: marked(day2, 'DNA') },
  S2_CANCELLED: done,
  S2_DONE: { ...done, 2: marked(day2, 'ATTENDED') },
};

/** Three calls on three days, one of them in the evening. */
export const threeCalls = ['2027-01-05T10:00:00Z', '2027-01-06T18:10:00Z', '2027-01-07T11:00:00Z'].map(
  (when) => ({
    at: when,
    number: '07700 900123',
    outcome: 'NO_ANSWER' as const,
  }),
);

/** A referral sent on Monday 4 January 2027, in a state. */
export function referralIn(state: ReferralState, body: Partial<Referral['body']> = {}): Referral {
  const sent = referralOf(
    submitReferral(
      formOf({ agreementDate: '2027-01-03', warningLetterDate: '2027-01-02' }),
      undefined,
      asReferrer({ now: at('2027-01-04T10:00:00Z') }),
    ),
  );
  return indexed({
    ...sent,
    state,
    body: {
      ...sent.body,
      calls: threeCalls,
      callBackOn: '2027-01-08',
      sessions: sessionsIn[state] ?? {},
      dnaCount: state.endsWith('_DNA') ? 1 : 0,
      ...body,
    },
  });
}
