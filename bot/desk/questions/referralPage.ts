/** The page of a referral, as the role may see it (DOMAIN §1.2, §1.3 rule 2). */
import type { Answer } from '../../contract/questions.ts';
import {
  agreementWays,
  attendanceMarks,
  cancelledBy,
  closeWays,
  contactOutcomes,
  grounds,
  noAwardReasons,
  trainerPreferences,
} from '../../contract/referralWords.ts';
import { roleLabels } from '../../contract/roles.ts';
import { displayNhsNumber } from '../../domain/people/nhsNumber.ts';
import { programmeOf } from '../../domain/rehab/programme.ts';
import type { Referral, SessionNumber } from '../../domain/rehab/referral.ts';
import { mayMove } from '../../domain/rehab/transitions.ts';
import { dateLabel, timeLabel } from '../../domain/time/labels.ts';
import type { EntryRow } from '../rows.ts';
import { deadlineInWords, momentInWords } from './labels.ts';
import { adviceOf, lastCall, nameOf, openDeadlines, statusOf, unreachableLabel } from './referralViews.ts';
import { fullSessionView, needsInWords, sessionSteps, sessionView } from './sessionViews.ts';

type Page = Answer<'referral.page'>;

/** Who looks: the programme's coordinator, or the side that referred. */
export interface Reader {
  readonly who: string;
  readonly organisation: string;
  readonly now: Temporal.Instant;
  readonly isCoordinator: boolean;
  readonly mayWithdraw: boolean;
}

export function pageOf(referral: Referral, entries: readonly EntryRow[], reader: Reader): Page {
  const { body } = referral;
  const { now, isCoordinator } = reader;
  const steps = sessionSteps(referral, now);
  const nothing = { bookable: [], cancellable: [], markable: [] };
  const ahead = openDeadlines(referral, now);
  return {
    status: statusOf(referral, reader.who, now),
    provider: body.provider,
    deadlines: Object.entries(referral.deadlines).map(([rule, kept]) => deadlineInWords(rule, kept, now)),
    patient: nameOf(referral),
    facts: factsOf(referral, isCoordinator),
    calls: {
      count: body.calls.length,
      ...lastCall(referral),
      ...(['SUBMITTED', 'CONTACTING'].includes(referral.state)
        ? { unreachableFrom: unreachableLabel(referral) }
        : {}),
      ...(isCoordinator ? { each: callsOf(referral) } : {}),
    },
    sessions: ([1, 2] as const).flatMap((number) => {
      const session = body.sessions[number];
      return session ? [(isCoordinator ? fullSessionView : sessionView)(number, session, now)] : [];
    }),
    ...(body.ended?.award ? { certificate: body.ended.award.certificate } : {}),
    timeline: [
      ...entries.flatMap((entry) => timelineItem(entry, reader)),
      ...ahead.map((deadline) => ({ at: deadline.due, who: '', what: deadline.what, ahead: true })),
    ],
    steps: stepsOf(referral, reader, steps),
    ...(isCoordinator ? steps : nothing),
  };
}

function stepsOf(referral: Referral, reader: Reader, open: ReturnType<typeof sessionSteps>): Page['steps'] {
  const may = (command: string) => mayMove(command, referral.state);
  if (!reader.isCoordinator) {
    return reader.mayWithdraw && may('referral.withdraw') ? ['referral.withdraw'] : [];
  }
  const steps: Page['steps'] = [];
  if (may('referral.logAttempt')) steps.push('referral.logAttempt');
  if (open.bookable.length > 0) steps.push('referral.book');
  if (open.cancellable.length > 0) steps.push('referral.cancelSession');
  if (open.markable.length > 0) steps.push('referral.markAttendance');
  if (may('referral.recordAward')) steps.push('referral.recordAward');
  if (may('referral.close')) steps.push('referral.close');
  return steps;
}

/**
 * The referring side sees the form it sent. The programme sees what §1.3 rule 2 lists: no date of birth, no NHS number
 * unless the area shares it. The ground is listed, and with it the sentence that a G3 consists of.
 */
function factsOf(referral: Referral, isCoordinator: boolean): Page['facts'] {
  const { form } = referral.body;
  const showsNumber = !isCoordinator || programmeOf(referral.profile).shareNhsNumber;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Telephone', form.patientPhone],
    ['Other telephone', form.altPhone],
    ['On the telephone', adviceOf(referral).join('. ')],
    ['Date of birth', isCoordinator ? undefined : dayLabel(form.dob)],
    ['NHS number', form.nhsNumber && showsNumber ? displayNhsNumber(form.nhsNumber) : undefined],
    ['Eligible because', grounds[form.ground]],
    ['Warning letter', dayLabel(form.warningLetterDate)],
    ['Placement', form.schemePlacement],
    ['Why', form.ground3Reason],
    ['Agreed', `${agreementWays[form.agreementHow]}, ${dayLabel(form.agreementDate) ?? ''}`],
    ['Agreement taken by', form.agreementTakenBy],
    ['Needs', needsInWords(referral).join(', ')],
    ['Known risks', form.knownRisks],
    [
      'Trainer',
      form.trainerGenderPref ? `Would rather have: ${trainerPreferences[form.trainerGenderPref]}` : undefined,
    ],
    ['Leaflet given', form.leafletSent ? (dayLabel(form.leafletDate) ?? 'Yes') : undefined],
    ['Referred by', [form.referrerName, form.referrerRole].filter(Boolean).join(', ')],
    ["Referrer's telephone", form.referrerPhone],
    ["Referrer's e-mail", form.referrerEmail],
    [
      'Registered with',
      [form.registeredPracticeName, form.registeredPracticeCode].filter(Boolean).join(', '),
    ],
    ["Practice's telephone", form.registeredPracticePhone],
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

const dayLabel = (day: string | undefined) =>
  day === undefined ? undefined : dateLabel(Temporal.PlainDate.from(day));

function callsOf({ body: { calls } }: Referral) {
  return calls.map(({ at, number, outcome, note }) => ({
    at: momentInWords(at),
    number,
    outcome: contactOutcomes[outcome],
    ...(note ? { note } : {}),
  }));
}

/** The referring side is told of calls by their number and the last result alone, and of sessions when they are. */
function timelineItem(entry: EntryRow, reader: Reader): Page['timeline'] {
  const content = entry.content ?? {};
  const said = (key: string) => (typeof content[key] === 'string' ? content[key] : '');
  const who =
    reader.isCoordinator || entry.organisation === reader.organisation ? said('by') : roleLabels[entry.role];
  const line = (what: string, text?: string) => [
    { at: momentInWords(entry.at), who, what, ...(text ? { text } : {}) },
  ];
  const number = typeof content['session'] === 'number' ? content['session'] : '';
  switch (entry.action) {
    case 'referral.submitted':
      return line('Referral sent');
    case 'referral.called':
      return reader.isCoordinator ? line(`Call: ${said('result')}`, said('note')) : [];
    case 'referral.booked':
      return line(bookedWords(content));
    case 'referral.sessionCancelled':
      return line(
        `Session ${number} called off. Who: ${wordOf(cancelledBy, said('calledOffBy'))}`,
        reader.isCoordinator ? said('reason') : '',
      );
    case 'referral.marked':
      return line(`Session ${number}: ${wordOf(attendanceMarks, said('mark'))}`);
    case 'referral.closed':
      return line(`Closed: ${wordOf(closeWays, said('how'))}`, reader.isCoordinator ? said('reason') : '');
    case 'referral.withdrawn':
      return line('Taken back by the referrer', said('reason'));
    case 'referral.awarded':
      return line('Award recorded');
    case 'referral.noAward':
      return line(`No award: ${wordOf(noAwardReasons, said('noAwardReason'))}`);
    default:
      return line(entry.action);
  }
}

function bookedWords(content: Readonly<Record<string, unknown>>): string {
  const sessions = Array.isArray(content['sessions']) ? (content['sessions'] as unknown[]) : [];
  const parts = sessions.flatMap((session) => {
    const { session: number, startLocal } = session as { session: SessionNumber; startLocal: string };
    const start = Temporal.PlainDateTime.from(startLocal);
    return [`session ${number} on ${dateLabel(start.toPlainDate())} at ${timeLabel(start.toPlainTime())}`];
  });
  return `${content['moved'] === true ? 'Moved' : 'Booked'}: ${parts.join('; ')}`;
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
