/** Records whose time is over, and requests of people for their own data, for a test. */
import type { Desk } from '../../bot/desk/desk.ts';
import type { Office } from '../../bot/desk/office.ts';
import { fileReport, people, type House } from './house.ts';
import { must } from './referrals.ts';

/** Nobody else of the fictional area is called like this. */
export const subject = {
  personName: 'Vera Quillfeather',
  personBirthDate: '1969-05-02',
  personNhsNumber: '999 002 7315',
} as const;

export const reason = 'Reviewed with the practice; there is no use for it any more.';

/** A closed report of something that happened so long ago that its time is over; gives its reference. */
export async function dueIncident(
  desk: Desk,
  changes: Parameters<typeof fileReport>[2] = {},
): Promise<string> {
  const ref = await openIncident(desk, changes);
  await must(desk, people.manager, 'incident.close', {
    ref,
    outcome: 'TALKED',
    feedback: 'I rang Vera Quillfeather and we agreed how to go on.',
  });
  return ref;
}

/** The same, still being looked at. */
export async function openIncident(
  desk: Desk,
  changes: Parameters<typeof fileReport>[2] = {},
): Promise<string> {
  const ref = await fileReport(desk, people.receptionist, {
    incidentDate: '2010-03-05',
    ...subject,
    peopleAffected: 'Rosa Bell and Agnes Thimblewick',
    witnesses: 'Horace Pennyworth',
    ...changes,
  });
  await must(desk, people.manager, 'incident.takeIntoReview', { ref });
  return ref;
}

/** Opens a request of `subject`; gives its reference. */
export async function openRequest(
  desk: Desk,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const outcome = await must(desk, people.auditor, 'subjectAccess.open', {
    ...subject,
    requesterReference: 'Letter of 4 January',
    receivedOn: '2027-01-08',
    identityChecked: 'DOCUMENT',
    ...changes,
  });
  return outcome.ref ?? '';
}

export const destroy = (desk: Desk, ref: string, changes: Readonly<Record<string, unknown>> = {}) =>
  must(desk, people.auditor, 'retention.destroy', { ref, reason, confirm: ref, ...changes });

/** Takes everything apart that waits to be, as background work does. */
export async function purgeAll({ desk }: Pick<House, 'desk'>, scope: string): Promise<void> {
  for (const { row } of await desk.backroom.outboxDue(scope)) {
    if (row.topic !== 'purge') continue;
    while ((await desk.backroom.purge(scope, String(row.payload['ref']))) === 'more');
  }
}

/** The store that fails from the nth commit on: what a crash leaves. */
export function crashingAfter(records: Office['records'], commits: number): Office['records'] {
  let done = 0;
  return {
    ...records,
    commit: async (scope, operations) => {
      if (done >= commits) throw new Error('The process was killed.');
      done += 1;
      return records.commit(scope, operations);
    },
  };
}
