/** DOMAIN §1.2 for each command and question: who gets past the desk's door, and inputs to try it with. */
import type { ApiCommandName } from '../../../bot/contract/commands.ts';
import type { QuestionName } from '../../../bot/contract/questions.ts';
import { role as roles, type Role } from '../../../bot/contract/roles.ts';
import { makeReference } from '../../../bot/domain/references.ts';
import { aReport } from '../../support/house.ts';
import { caseRef, type AtItem } from '../../support/panel.ts';
import { aReferral } from '../../support/referrals.ts';
import { walkedElsewhere } from './whoMayElse.ts';

export type Input = Readonly<Record<string, unknown>>;

export interface Walked {
  /** §1.2: the roles, here, that the desk lets through to the rule, or answers. */
  readonly may: readonly Role[];
  /** About the records of `here`; `nowhere` has the same shape and names nothing there is. */
  readonly input: () => Input;
  readonly nowhere?: () => Input;
}

const missing = {
  INC: makeReference('INC', 2027, 111_111),
  REF: makeReference('REF', 2027, 111_111),
  MTG: makeReference('MTG', 2027, 111_111),
  ITM: makeReference('ITM', 2027, 111_111),
};

export const everyone = roles.options;
/** MG3: who sits on the panel in this world. */
const seats: readonly Role[] = ['HPC', 'CCM', 'PGR', 'PLR'];
const reporters: readonly Role[] = ['PRS', 'PPM', 'PGP'];
const referrers: readonly Role[] = ['PPM', 'PGP', 'SGP', 'SAD'];
const triage: readonly Role[] = ['PPM', 'PGP'];

/** The records of `here` that are walked to. */
export interface Records {
  readonly report: string;
  readonly other: string;
  readonly referral: string;
  readonly item: AtItem;
  readonly placement: string;
  readonly request: string;
}

const inputsAt = (at: () => Records) => {
  const ofReport = (more: Input = {}) => ({
    input: () => ({ ref: at().report, ...more }),
    nowhere: () => ({ ref: missing.INC, ...more }),
  });
  const ofReferral = (more: Input = {}) => ({
    input: () => ({ ref: at().referral, ...more }),
    nowhere: () => ({ ref: missing.REF, ...more }),
  });
  const ofMeeting = (more: Input = {}) => ({
    input: () => ({ ref: at().item.meeting, ...more }),
    nowhere: () => ({ ref: missing.MTG, ...more }),
  });
  const ofItem = (more: Input = {}) => ({
    input: () => ({ ...at().item, ...more }),
    nowhere: () => ({ meeting: missing.MTG, ref: missing.ITM, ...more }),
  });
  const reason = 'The evidence was heard in full and is clear enough.';

  return { ofReport, ofReferral, ofMeeting, ofItem, reason };
};

export function walkedCommands(at: () => Records): Readonly<Record<ApiCommandName, Walked>> {
  const { ofReport, ofReferral, ofMeeting, ofItem, reason } = inputsAt(at);
  return {
    'incident.report': { may: reporters, input: () => ({ ...aReport(), site: 'none of theirs' }) },
    'incident.addFacts': { may: reporters, ...ofReport({ text: 'He came back an hour later.' }) },
    'incident.link': {
      may: triage,
      input: () => ({ ref: at().report, other: at().other }),
      nowhere: () => ({ ref: at().report, other: missing.INC }),
    },
    'incident.takeIntoReview': { may: triage, ...ofReport({ version: 99 }) },
    'incident.close': { may: triage, ...ofReport({ outcome: 'TALKED', feedback: 'We talked. Thank you.' }) },
    'referral.submit': { may: referrers, input: () => aReferral({ agreementConfirmed: false }) },
    'referral.withdraw': {
      may: triage,
      ...ofReferral({ provider: 'steady-ground', reason: 'The patient moves away.', version: 99 }),
    },
    'referral.logAttempt': { may: ['RCO'], ...ofReferral({ outcome: 'NO_ANSWER' }) },
    'referral.close': { may: ['RCO'], ...ofReferral({ how: 'UNREACHABLE' }) },
    'referral.book': {
      may: ['RCO'],
      ...ofReferral({ session: 1, trainer: 'here-RTR', start: '2020-01-13T10:00' }),
    },
    'referral.cancelSession': { may: ['RCO'], ...ofReferral({ session: 2, by: 'PATIENT' }) },
    'referral.markAttendance': { may: ['RCO', 'RTR'], ...ofReferral({ session: 1, mark: 'ATTENDED' }) },
    'referral.recordAward': {
      may: ['RCO'],
      ...ofReferral({ award: 'NO_AWARD', noAwardReason: 'NOT_PASSED' }),
    },
    'meeting.plan': { may: ['CPT'], input: () => ({ date: '2020-01-01T10:00', mode: 'VIRTUAL' }) },
    'meeting.fillSeat': { may: ['CPT', 'HPC'], ...ofMeeting({ seat: 'LAY', person: 'here-PLR' }) },
    'meeting.arrive': { may: ['CPT', ...seats], ...ofMeeting() },
    'meeting.leave': { may: ['CPT', ...seats], ...ofMeeting() },
    // The table gives both an edit of the meeting; that opening and closing is the chair's, the rule says.
    'meeting.start': { may: ['CPT', 'HPC'], ...ofMeeting() },
    'meeting.close': { may: ['CPT', 'HPC'], ...ofMeeting() },
    'item.add': { may: ['CPT'], ...ofMeeting({ type: 'RISK', about: caseRef }) },
    'item.withdraw': { may: ['CPT'], ...ofItem({ reason: 'Listed at the wrong meeting.' }) },
    'item.stepOut': { may: ['CPT', ...seats], ...ofItem({ seat: 'LAY', conflict: 'KNOWS_PATIENT' }) },
    'item.seatAlternate': { may: ['CPT', 'HPC'], ...ofItem({ seat: 'LAY', person: 'here-PLR' }) },
    'item.proposeConsensus': { may: ['HPC'], ...ofItem({ direction: 'FOR' }) },
    'item.answerConsensus': { may: seats, ...ofItem({ agrees: true, revision: 0 }) },
    'item.open': { may: ['HPC'], ...ofItem() },
    'item.startVote': { may: ['HPC'], ...ofItem() },
    'ballot.cast': { may: seats, ...ofItem({ direction: 'FOR', revision: 1 }) },
    'item.close': { may: ['HPC'], ...ofItem() },
    'item.castingVote': { may: ['HPC'], ...ofItem({ direction: 'FOR', reason }) },
    'item.defer': { may: ['HPC'], ...ofItem({ reason }) },
    'inbox.markRead': { may: everyone, input: () => ({ id: 'notice:of-nobody' }) },
    ...walkedElsewhere(at).commands,
  };
}

export function walkedQuestions(at: () => Records): Readonly<Record<QuestionName, Walked>> {
  const { ofReport, ofReferral, ofMeeting } = inputsAt(at);
  const commissioners: readonly Role[] = ['CPT', 'CCM', 'HPC'];
  return {
    me: { may: everyone, input: () => ({}) },
    'incident.form': { may: reporters, input: () => ({}) },
    'incident.status': { may: [...reporters, ...commissioners, 'AOF'], ...ofReport() },
    'incident.page': { may: [...reporters, ...commissioners], ...ofReport() },
    // Asked about one's own, of which somebody who reports nothing has none.
    'incident.mine': {
      may: [...reporters, ...commissioners, 'PGR', 'PLR', 'REG', 'SGP', 'SAD', 'OVS', 'EVA', 'AOF', 'IGO'],
      input: () => ({}),
    },
    'incident.list': { may: [...triage, ...commissioners], input: () => ({}) },
    'referral.form': { may: referrers, input: () => ({}) },
    'referral.status': { may: [...triage, ...commissioners, 'AOF', 'RCO'], ...ofReferral() },
    'referral.page': { may: [...triage, 'RCO'], ...ofReferral() },
    'referral.mine': { may: referrers, input: () => ({}) },
    'referral.calls': { may: ['RCO'], input: () => ({}) },
    'referral.list': { may: ['RCO'], input: () => ({}) },
    'session.today': { may: ['RCO', 'RTR'], input: () => ({}) },
    'session.week': { may: ['RCO'], input: () => ({}) },
    'trainer.list': { may: ['RCO'], input: () => ({}) },
    'meeting.list': { may: [...commissioners, 'PGR', 'PLR', 'OVS', 'AOF'], input: () => ({}) },
    'meeting.page': { may: [...commissioners, 'PGR', 'PLR'], ...ofMeeting() },
    'item.card': {
      may: [...commissioners, 'PGR', 'PLR'],
      input: () => ({ ref: at().item.ref }),
      nowhere: () => ({ ref: missing.ITM }),
    },
    'panel.candidates': { may: ['CPT', 'HPC'], ...ofMeeting() },
    'inbox.list': { may: everyone, input: () => ({}) },
    'deadline.list': {
      may: [...triage, ...commissioners, 'REG', 'SGP', 'SAD', 'RCO', 'IGO'],
      input: () => ({}),
    },
    ...walkedElsewhere(at).questions,
  };
}
