import assert from 'node:assert/strict';
import { identifiersOf } from '../../../bot/domain/rehab/identifiers.ts';
import type { Referral } from '../../../bot/domain/rehab/referral.ts';
import { referralIn, sessionOn } from './referrals.ts';

describe('§8.1 what of a referral identifies somebody', () => {
  const sent = referralIn('S2_BOOKED');
  const mark = (name: string) => `marked ${name}`;
  /** Every text of the form that a person writes; the rest are choices and dates. */
  const written = [
    'patientFirstName',
    'patientLastName',
    'patientPhone',
    'altPhone',
    'dob',
    'nhsNumber',
    'ground3Reason',
    'agreementTakenBy',
    'bestTimes',
    'knownRisks',
    'interpreterLanguage',
    'referrerName',
    'referrerPhone',
    'referrerEmail',
    'registeredPracticePhone',
  ];
  const referral: Referral = {
    ...sent,
    body: {
      ...sent.body,
      form: { ...sent.body.form, ...Object.fromEntries(written.map((name) => [name, mark(name)])) },
      reasons: { 'W-09': mark('reason') },
      calls: [
        { at: '2027-01-05T10:00:00Z', number: mark('number'), outcome: 'NO_ANSWER', note: mark('note') },
      ],
      sessions: {
        1: sessionOn('2027-01-20', { trainer: { person: 'person-602', name: mark('trainer') } }),
        2: sessionOn('2027-01-27', { joinLink: mark('link') }),
      },
      ended: {
        at: '2027-02-01T10:00:00Z',
        reason: mark('ending'),
        award: { on: '2027-02-01', certificate: mark('certificate') },
      },
    },
  };

  for (const name of [...written, 'reason', 'number', 'note', 'trainer', 'link', 'ending', 'certificate']) {
    it(name, () => assert.ok(identifiersOf(referral).includes(mark(name))));
  }
});
