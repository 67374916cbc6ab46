/** Lines of the audit in words. */
import { commands } from '../../contract/commands.ts';
import { files } from '../../contract/files.ts';
import { questions } from '../../contract/questions.ts';
import type { Door } from '../../contract/audit.ts';
import type { EntryRow } from '../rows.ts';

/** What was done, by the action of its entry. */
export const actWords = {
  'incident.reported': 'Reported an incident',
  'incident.factsAdded': 'Added facts to a report',
  'incident.linked': 'Said that two reports are of one event',
  'incident.takenIntoReview': 'Took a report into review',
  'incident.closed': 'Closed a report with feedback',
  'referral.submitted': 'Sent a referral',
  'referral.called': 'Noted a call to the patient',
  'referral.booked': 'Booked or moved a session',
  'referral.sessionCancelled': 'Called a session off',
  'referral.marked': 'Said how a session went',
  'referral.awarded': 'Recorded the award',
  'referral.noAward': 'Recorded that there is no award',
  'referral.closed': 'Ended a referral',
  'referral.withdrawn': 'Took a referral back',
  'meeting.planned': 'Planned a panel meeting',
  'meeting.seatFilled': 'Said who takes a seat',
  'meeting.arrived': 'Said that a seat is present',
  'meeting.left': 'Said that a seat has left',
  'meeting.started': 'Opened a meeting',
  'meeting.closed': 'Closed a meeting',
  'meeting.itemListed': 'Put an item on the agenda',
  'meeting.itemOpened': 'Opened an item of the agenda',
  'meeting.itemConcluded': 'Finished an item of the agenda',
  'item.listed': 'Listed an item',
  'item.opened': 'Opened an item',
  'item.voteStarted': 'Called the vote',
  'ballot.cast': 'Voted',
  'ballot.changed': 'Changed a vote',
  'item.voteClosed': 'Closed the vote',
  'item.castingVote': 'Gave the casting vote',
  'item.deferred': 'Deferred an item',
  'item.withdrawn': 'Took an item off the agenda',
  'item.steppedOut': 'Stepped out of an item, or said that somebody did',
  'item.alternateSeated': 'Gave a seat to an alternate for an item',
  'meeting.alternateSeated': 'Gave a seat to an alternate for an item',
  'item.consensusProposed': 'Proposed a decision without a vote',
  'item.consensusConfirmed': 'Agreed to the proposal',
  'item.consensusRefused': 'Did not agree to the proposal',
  'placement.opened': 'Opened a placement',
  'placement.rehabOffer': 'Noted how far the offer of the programme is',
  'people.added': 'Added a person',
  'people.renamed': 'Changed a person’s name',
  'people.roleGranted': 'Gave a role',
  'people.roleEnded': 'Ended a role',
  'people.covering': 'Gave a role for covering somebody',
  'people.covered': 'Said who covers for a person',
  'people.left': 'Said that a person has left',
  'places.added': 'Added an organisation or an area',
  'places.changed': 'Changed an organisation or an area',
  'directory.put': 'Filled the directory',
  'import.started': 'Began an import of staff and practices',
  'import.stepDone': 'Brought in a row of an import',
  'import.stepRefused': 'Could not bring in a row of an import',
  'retention.kept': 'Decided to keep a record longer',
  'retention.held': 'Put a legal hold on a record',
  'retention.released': 'Released a legal hold',
  'record.destroyed': 'Destroyed a record',
  'record.purged': 'Removed what a destroyed record had left',
  'subjectAccess.opened': 'Opened a subject-access request',
  'subjectAccess.closed': 'Closed a subject-access request',
} as const satisfies Record<string, string>;

export const actInWords = (action: string) =>
  (actWords as Readonly<Record<string, string>>)[action] ?? action;

export const doorWords: Readonly<Record<Door, string>> = {
  chat: 'Chat',
  tab: 'Tab',
  jobs: 'Background work',
  system: 'The app',
};

/** What was looked at, where the contract's summary would not say it well. */
const looks: Readonly<Record<string, string>> = {
  'incident.status': 'Where a report stands',
  'incident.page': 'A report',
  'referral.status': 'Where a referral stands',
  'referral.page': 'A referral',
  'referral.mine': 'A list of referrals',
  'referral.list': 'A list of referrals',
  'referral.calls': 'The list of calls',
  'session.today': 'The sessions of a day',
  'session.week': 'The sessions of a week',
  'meeting.page': 'A panel meeting',
  'item.card': 'An item of the agenda',
  'audit.search': 'A search of the audit',
  'audit.export': 'An export of the audit',
};

/** What a command, question or file is about; else in the contract's own words. */
export function nameInWords(name: string): string {
  if (Object.hasOwn(looks, name)) return looks[name] ?? name;

  const all: Readonly<Record<string, { readonly summary: string }>> = { ...commands, ...questions, ...files };
  return (Object.hasOwn(all, name) ? all[name]?.summary.replace(/\.$/, '') : undefined) ?? name;
}

/** The reasons somebody gave (DOMAIN §8): for the step itself, and for going on past a warning, by its rule. */
export function reasonIn({ content }: EntryRow): string | undefined {
  const { reason, reasons } = content ?? {};
  const past = Object.entries(reasons && typeof reasons === 'object' ? reasons : {});
  const said = [
    ...(typeof reason === 'string' ? [reason] : []),
    ...past.map(([rule, text]) => `${rule}: ${String(text)}`),
  ];
  return said.length > 0 ? said.join(' ') : undefined;
}
