/** Keeping and destroying records, and subject access, for the fuzz: each on a record of its own. */
import type { Desk } from '../../bot/desk/desk.ts';
import { people as cast } from '../support/house.ts';
import { destroy, dueIncident, openRequest, reason, subject } from '../support/records.ts';
import { must } from '../support/referrals.ts';

const officer = cast.auditor.person;
/** Somebody with no record, so that a request of theirs is answered at once. */
const asker = { ...subject, personName: 'Odette Larkspur', personNhsNumber: '' };

export const goodRecordCommands = (desk: () => Desk) => ({
  'retention.keep': async () => ({
    person: officer,
    input: { ref: await dueIncident(desk()), reason, until: '2031-01-01' },
  }),
  'retention.hold': async () => ({ person: officer, input: { ref: await dueIncident(desk()), reason } }),
  'retention.release': async () => {
    const ref = await dueIncident(desk());
    await must(desk(), cast.auditor, 'retention.hold', { ref, reason });
    return { person: officer, input: { ref, reason } };
  },
  'retention.destroy': async () => {
    const ref = await dueIncident(desk());
    return { person: officer, input: { ref, reason, confirm: ref } };
  },
  'subjectAccess.open': async () => ({
    person: officer,
    input: {
      ...asker,
      requesterReference: 'Letter of 4 January',
      receivedOn: '2027-01-08',
      identityChecked: 'KNOWN',
    },
  }),
  'subjectAccess.close': async () => ({
    person: officer,
    input: { ref: await openRequest(desk(), asker), how: 'ANSWERED', reason: 'Sent by recorded post.' },
  }),
});

export const goodRecordQuestions = (desk: () => Desk) => ({
  'retention.due': async () => ({ person: officer, input: { size: 2 } }),
  'retention.held': async () => ({ person: officer, input: { size: 2 } }),
  'retention.destroyed': async () => ({ person: officer, input: { size: 2 } }),
  'retention.record': async () => {
    const ref = await dueIncident(desk());
    await destroy(desk(), ref);
    return { person: officer, input: { ref } };
  },
  'subjectAccess.list': async () => ({ person: officer, input: { size: 2 } }),
  'subjectAccess.page': async () => ({ person: officer, input: { ref: await openRequest(desk(), asker) } }),
});

export const goodRecordFiles = (desk: () => Desk) => ({
  'subjectAccess.export': async () => ({
    person: officer,
    input: {
      ref: await openRequest(desk(), asker),
      personName: asker.personName,
      personBirthDate: asker.personBirthDate,
    },
  }),
});
