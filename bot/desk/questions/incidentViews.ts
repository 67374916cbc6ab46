/** An incident in words, for a list, a status line and a page. */
import type { Answer } from '../../contract/questions.ts';
import type { IncidentPage, IncidentStatus } from '../../contract/answers.ts';
import {
  closeOutcomes,
  helpers,
  incidentStates,
  incidentTypes,
  locations,
  personKinds,
  policeAnswers,
  prejudices,
  targets,
} from '../../contract/incident.ts';
import { roleLabels } from '../../contract/roles.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { dateLabel, timeLabel } from '../../domain/time/labels.ts';
import type { EntryRow } from '../rows.ts';
import { deadlineInWords, momentInWords } from './labels.ts';

/** What of an incident its reader may see besides the record itself. */
interface StatusRights {
  readonly who: string;
  readonly now: Temporal.Instant;
  readonly feedback: boolean;
  /** Names of staff: for the practice and the reporter only (§1.3 rule 7). */
  readonly people: boolean;
  /** Whether it is this reader's own step to look at it. */
  readonly manages?: boolean;
}

export function statusOf(incident: Incident, rights: StatusRights): IncidentStatus {
  const { feedback, reviewer } = incident.body;
  return {
    ref: incident.ref,
    state: incident.state,
    stateLabel: incidentStates[incident.state].label,
    reported: momentInWords(incident.createdAt),
    ...(reviewer && rights.people ? { withWhom: reviewer.name } : {}),
    next: nextStep(incident, rights),
    version: incident.version,
    mine: incident.createdBy === rights.who,
    ...(feedback && rights.feedback
      ? {
          feedback: {
            outcome: outcomeLabel(feedback.outcome),
            text: feedback.text,
            given: momentInWords(feedback.at),
            by: feedback.by,
          },
        }
      : {}),
  };
}

function nextStep(incident: Incident, { who, now, manages = false }: StatusRights): string {
  const mine = incident.createdBy === who;
  switch (incident.state) {
    case 'REPORTED':
      return promise(
        incident,
        'DL-01',
        now,
        manages ? 'It waits for you to look at it by' : 'The practice manager will look at it by',
      );
    case 'IN_REVIEW':
      return promise(
        incident,
        'DL-28',
        now,
        mine ? 'You will be told what happened by' : 'Feedback to the reporter is due by',
      );
    case 'CLOSED_LOCAL':
      return mine
        ? 'Nothing more is to come. Report again if something new happens.'
        : 'Nothing more is to come.';
  }
}

/** What is to happen by when; once the day has passed, that it is late, so that nobody reads a broken promise as a date. */
function promise(incident: Incident, rule: string, now: Temporal.Instant, words: string): string {
  const deadline = deadlineInWords(rule, incident.deadlines[rule] ?? {}, now);
  return deadline.state === 'OVERDUE'
    ? `This is late: it was due by ${deadline.due}.`
    : `${words} ${deadline.due}.`;
}

export function rowOf(
  incident: Incident,
  { now, people }: StatusRights,
): Answer<'incident.list'>['rows'][number] {
  const { report, reviewer } = incident.body;
  const open = Object.entries(incident.deadlines).filter(([, kept]) => !kept.settledAt && !kept.cancelled);
  const [first] = open.toSorted(([, a], [, b]) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return {
    ref: incident.ref,
    state: incident.state,
    stateLabel: incidentStates[incident.state].label,
    happened: happened(incident),
    reported: momentInWords(incident.createdAt),
    what: report.incidentTypes.map((type) => incidentTypes[type]).join('; '),
    ...(reviewer && people ? { withWhom: reviewer.name } : {}),
    ...(first ? { due: deadlineInWords(first[0], first[1], now) } : {}),
  };
}

interface PageRights extends StatusRights {
  readonly mayUpdate: boolean;
  readonly mayAdd: boolean;
}

export function pageOf(incident: Incident, entries: readonly EntryRow[], rights: PageRights): IncidentPage {
  const { body } = incident;
  const ahead = Object.entries(incident.deadlines)
    .filter(([, kept]) => !kept.settledAt && !kept.cancelled)
    .map(([rule, kept]) => deadlineInWords(rule, kept, rights.now));
  return {
    status: statusOf(incident, rights),
    deadlines: Object.entries(incident.deadlines).map(([rule, kept]) =>
      deadlineInWords(rule, kept, rights.now),
    ),
    facts: factsOf(incident),
    narrative: body.report.narrative,
    ...(rights.people ? { people: peopleOf(incident) } : {}),
    linked: [...body.linked],
    timeline: [
      ...entries.map((entry) => timelineItem(entry, rights)),
      ...ahead.map((deadline) => ({ at: deadline.due, who: '', what: deadline.what, ahead: true })),
    ],
    steps: stepsOf(incident, rights),
  };
}

function stepsOf(incident: Incident, rights: PageRights): IncidentPage['steps'] {
  const steps: IncidentPage['steps'] = [];
  if (rights.mayUpdate && incident.state === 'REPORTED') steps.push('incident.takeIntoReview');
  if (rights.mayUpdate && incident.state === 'IN_REVIEW') steps.push('incident.close');
  if (rights.mayAdd && incident.state !== 'CLOSED_LOCAL') steps.push('incident.addFacts');
  if (rights.mayUpdate) steps.push('incident.link');
  return steps;
}

function timelineItem(entry: EntryRow, rights: StatusRights): IncidentPage['timeline'][number] {
  const content = entry.content ?? {};
  const said = (key: string) => (typeof content[key] === 'string' ? content[key] : undefined);
  const base = {
    at: momentInWords(entry.at),
    who: rights.people ? (said('by') ?? '') : roleLabels[entry.role],
  };
  switch (entry.action) {
    case 'incident.reported':
      return { ...base, what: 'Report sent' };
    case 'incident.takenIntoReview':
      return { ...base, what: 'Taken into review' };
    case 'incident.factsAdded':
      return { ...base, what: 'Facts added', text: said('text') };
    case 'incident.linked':
      return { ...base, what: `Linked with ${said('other') ?? 'another report'}` };
    case 'incident.closed':
      return {
        ...base,
        what: `Closed: ${outcomeLabel(said('outcome') ?? '')}`,
        ...(rights.feedback ? { text: said('feedback') } : {}),
      };
    default:
      return { ...base, what: entry.action };
  }
}

type Line = readonly [label: string, value: string | undefined];
const shown = (lines: readonly Line[]) =>
  lines.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]));

function factsOf({ body: { report } }: Incident) {
  const help = report.helpCame ? helpers[report.helpCame] : undefined;
  const minutes = report.helpMinutes === undefined ? '' : ` after ${report.helpMinutes} minutes`;
  return shown([
    ['When', happenedAt(report)],
    ['Where', report.locationOther ?? locations[report.location]],
    ['Site', report.site],
    ['What happened', report.incidentTypes.map((type) => incidentTypes[type]).join('; ')],
    ['Directed at', report.directedAt.map((target) => targets[target]).join('; ')],
    ['Who did it', personKinds[report.personKind]],
    ['Name', report.personName],
    ['Date of birth', report.personBirthDate && dateLabel(Temporal.PlainDate.from(report.personBirthDate))],
    ['NHS number', report.personNhsNumber],
    ['Came with', report.accompaniedPatient],
    ['Police told', policeAnswers[report.policeCalled]],
    ['Feared for safety', report.fearForSafety ? 'Yes' : 'No'],
    ['Who came to help', help === undefined ? undefined : `${help}${minutes}`],
    ['Damage', report.damageCost === undefined ? undefined : `£${report.damageCost.toFixed(2)}`],
    ['Prejudice', report.prejudiceBased?.map((kind) => prejudices[kind]).join(', ')],
    ['Support wanted', report.staffSupportWanted ? 'Yes' : undefined],
  ]);
}

function peopleOf({ body: { report, reporterName } }: Incident) {
  return shown([
    ['Reported by', reporterName],
    ['For', report.onBehalfOf],
    ['Feared for their safety', report.fearForSafetyWho],
    ['People affected', report.peopleAffected],
    ['Witnesses', report.witnesses],
  ]);
}

const happened = (incident: Incident) => happenedAt(incident.body.report);

function happenedAt(report: Incident['body']['report']): string {
  const day = dateLabel(Temporal.PlainDate.from(report.incidentDate));
  return `${day} at ${timeLabel(Temporal.PlainTime.from(report.incidentTime))}`;
}

function outcomeLabel(code: string): string {
  const labels: Readonly<Record<string, string>> = closeOutcomes;
  return labels[code] ?? code;
}
