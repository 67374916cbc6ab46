/** Every command there is: its input and what it is for. The API, the cards and the tab are generated from this. */
import { z } from 'zod';
import { incidentAddition, incidentClose, incidentLink, incidentReport, incidentTake } from './incident.ts';
import {
  attendance,
  awardRecord,
  referralAttempt,
  referralBooking,
  referralClose,
  referralSubmission,
  referralWithdrawal,
  sessionCancellation,
} from './referral.ts';
import {
  alternateSeating,
  ballotCast,
  bindChannel,
  castingVote,
  consensusAnswer,
  consensusProposal,
  itemAddition,
  itemDeferral,
  itemStep,
  itemWithdrawal,
  meetingPlan,
  meetingStep,
  presence,
  seatFilling,
  steppingOut,
} from './panel.ts';
import { peopleCommands } from './people.ts';
import { retentionCommands } from './retention.ts';
import { importCommands } from './peopleImport.ts';
import { grantSchema, organisationKind, role } from './roles.ts';
import { subjectAccessCommands } from './subjectAccess.ts';
import { placementCommands } from './placement.ts';
import { plainText } from './plainText.ts';

/** One id for one intent (D7): a repetition with the same id does nothing twice. */
export const commandId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{7,99}$/, {
  error: 'Give an id of 8 to 100 letters, digits, dots or hyphens.',
});

/** The one role and organisation an act is done under (DOMAIN §1.1). Left out, the first that allows it. */
export const under = z.strictObject({ role, organisation: z.string().max(60) });
export type Under = z.infer<typeof under>;

const personId = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);
const name = (most: number) => z.string().overwrite(plainText).min(1).max(most);
const organisationId = z.string().regex(/^[A-Za-z0-9-]{1,60}$/);

export const commands = {
  'incident.report': { input: incidentReport, summary: 'Report a violent or abusive incident (I2).' },
  'incident.addFacts': {
    input: incidentAddition,
    summary: 'Add facts to a report later; the report itself stays as it was.',
  },
  'incident.link': { input: incidentLink, summary: 'Say that two reports are of one event.' },
  'incident.takeIntoReview': { input: incidentTake, summary: 'Take a report into review (I3).' },
  'incident.close': { input: incidentClose, summary: 'Close a report with feedback to the reporter (I4).' },
  'referral.submit': { input: referralSubmission, summary: 'Refer a patient to the programme (R2).' },
  'referral.withdraw': { input: referralWithdrawal, summary: 'Take your own referral back (R19).' },
  'referral.logAttempt': { input: referralAttempt, summary: 'Note a call to the patient (R4, R5, R6).' },
  'referral.close': {
    input: referralClose,
    summary: 'End a referral: not reached (R7), or withdrawn by the patient (R19).',
  },
  'referral.book': { input: referralBooking, summary: 'Book or move a session (R8, R12, R12a).' },
  'referral.cancelSession': {
    input: sessionCancellation,
    summary: 'Call a session off before it starts (R11, R15).',
  },
  'referral.markAttendance': {
    input: attendance,
    summary: 'Say how a session went (R9, R10, R13, R14; a second miss closes, R18).',
  },
  'referral.recordAward': {
    input: awardRecord,
    summary: 'Record the award, or why there is none (R16, R17).',
  },
  ...placementCommands,
  'panel.bindChannel': {
    input: bindChannel,
    summary: "Make a channel the panel's own: each item's card is posted there (D11).",
    // Only an activity whose sender was checked says which channel it was said in.
    from: 'chat',
  },
  'meeting.plan': { input: meetingPlan, summary: 'Plan a panel meeting (MG1).' },
  'meeting.fillSeat': { input: seatFilling, summary: 'Say who takes a seat at a meeting (MG3, MG5).' },
  'meeting.arrive': { input: presence, summary: 'Say that a seat is present (MG4).' },
  'meeting.leave': { input: presence, summary: 'Say that a seat has left (MG4).' },
  'meeting.start': { input: meetingStep, summary: 'The chair opens the meeting.' },
  'meeting.close': { input: meetingStep, summary: 'The chair closes the meeting.' },
  'item.add': { input: itemAddition, summary: 'Put an item on the agenda (MG2, MG9).' },
  'item.open': { input: itemStep, summary: 'The chair opens an item (V1).' },
  'item.withdraw': { input: itemWithdrawal, summary: 'Take an item off the agenda with a reason.' },
  'item.stepOut': {
    input: steppingOut,
    summary: 'Step out of an item because of a conflict of interest (MG6).',
  },
  'item.seatAlternate': {
    input: alternateSeating,
    summary: 'Give the seat of whoever stepped out to an alternate, for this item (MG6).',
  },
  'item.proposeConsensus': {
    input: consensusProposal,
    summary: 'The chair proposes how to decide without a vote (V2).',
  },
  'item.answerConsensus': {
    input: consensusAnswer,
    summary: "Say from your seat whether you agree with the chair's proposal (V2).",
  },
  'item.startVote': { input: itemStep, summary: 'The chair calls the vote (V3).' },
  'ballot.cast': { input: ballotCast, summary: 'Vote from your seat, or change your vote (V4).' },
  'item.close': { input: itemStep, summary: 'The chair closes the vote (V5, V6, V8).' },
  'item.castingVote': {
    input: castingVote,
    summary: "The chair's second vote, once and only when tied (V7).",
  },
  'item.defer': { input: itemDeferral, summary: 'The chair defers an item with a reason (V9).' },
  'inbox.markRead': {
    input: z.strictObject({ id: z.string().min(1).max(200) }),
    summary: 'Mark one of your own notices as read.',
  },
  'self.rememberConversation': {
    input: z.strictObject({ reference: z.record(z.string(), z.unknown()), welcomed: z.boolean() }),
    summary: 'Remember how to write to you in Teams. The bot gives it; the API does not know it.',
    // It says where messages go: only an activity whose sender was checked may, never what a client sends.
    from: 'chat',
  },
  'self.clearLater': {
    input: z.strictObject({
      reference: z.record(z.string(), z.unknown()),
      message: z.string().min(1).max(500),
      /** The command id the form was made with: once it has acted, there is nothing to clear. */
      form: commandId,
    }),
    summary: 'Clear a form that was not sent out of your own chat after 15 minutes (D9). The bot gives it.',
    // As above: it says which message is edited.
    from: 'chat',
  },
  ...peopleCommands,
  ...importCommands,
  // The app's own way to fill a directory, past the rules an administrator is bound by: no client may give these.
  'directory.putArea': {
    input: z.strictObject({
      area: organisationId,
      name: name(120),
      profile: z.string().max(60),
      /** The organisation that runs the behaviour programme here; left out, nobody can be referred. */
      rehabProvider: organisationId.optional(),
    }),
    summary: 'Add an area or change its name or profile. Demo data and tests only.',
    from: 'app',
  },
  'directory.putOrganisation': {
    input: z.strictObject({
      organisation: organisationId,
      name: name(160),
      type: organisationKind,
      area: organisationId,
      odsCode: z.string().max(9).optional(),
      /** Where staff of the organisation are reached, put on what they send. */
      phone: z.string().max(40).optional(),
      email: z.string().max(200).optional(),
      sites: z.array(name(120)).max(50),
    }),
    summary: 'Add an organisation or change it. Demo data and tests only.',
    from: 'app',
  },
  'directory.putPerson': {
    input: z.strictObject({
      person: personId,
      name: name(120),
      grants: z.array(grantSchema).max(40),
    }),
    summary: 'Add a person with roles, or change them. Demo data and tests only.',
    from: 'app',
  },
  ...retentionCommands,
  ...subjectAccessCommands,
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandInput<N extends CommandName> = z.output<Commands[N]['input']>;

/** The commands a client of the API may give: all but those marked with where else they come from. */
export type ApiCommandName = {
  [N in CommandName]: Commands[N] extends { readonly from: string } ? never : N;
}[CommandName];
const isForClients = (name: CommandName): name is ApiCommandName => !('from' in commands[name]);
export const apiCommands = (Object.keys(commands) as CommandName[]).filter(isForClients);

/** What a client sends. */
export const commandEnvelope = z.strictObject({
  id: commandId,
  name: z.string().max(60),
  input: z.unknown(),
  under: under.optional(),
});
