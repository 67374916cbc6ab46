/** One record in words for the person it is about, without anybody else (DOMAIN §1.3 rule 7, §8). */
import { roleLabels } from '../../contract/roles.ts';
import { leaveOut } from '../../domain/subjectAccess/leaveOut.ts';
import type { SubjectAccessRequest } from '../../domain/subjectAccess/request.ts';
import { identityByNumber } from '../../domain/people/identity.ts';
import { dateLabel } from '../../domain/time/labels.ts';
import { londonDate } from '../../domain/time/london.ts';
import { asIncident } from '../commands/incident.ts';
import { asReferral } from '../commands/referral.ts';
import type { WordPart } from '../documents.ts';
import { kindOf, stateInWords } from '../kinds.ts';
import type { EntryRow, HeadRow } from '../rows.ts';
import { reportedAs, roleInRecord } from '../subjectAccess.ts';
import { pageOf as incidentPage } from './incidentViews.ts';
import { pageOf as referralPage } from './referralPage.ts';

export interface About {
  readonly request: SubjectAccessRequest;
  /** Their name, as the officer typed it. */
  readonly person: string;
  readonly now: Temporal.Instant;
  readonly hash: (identity: string) => string;
  /** Everybody in the directory. */
  readonly staff: readonly string[];
}

type Clean = (text: string) => string;
interface TimelineLine {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly text?: string | undefined;
  readonly ahead?: boolean | undefined;
}

export function recordInWords(head: HeadRow, entries: readonly EntryRow[], about: About): WordPart[] {
  const { label } = kindOf(head.type);
  const made = dateLabel(londonDate(Temporal.Instant.from(head.createdAt)));
  return [
    { heading: `${label} ${head.ref}`, newPage: true },
    {
      facts: [
        { label: 'Made on', value: made },
        { label: 'State', value: stateInWords(head.type, head.state) },
        { label: 'You in this record', value: roleInRecord(head, about.request, about.hash) },
      ],
    },
    ...contentOf(head, entries, about),
  ];
}

function contentOf(head: HeadRow, entries: readonly EntryRow[], about: About): WordPart[] {
  const anonymous = entries.map(byRole);
  if (head.type === 'REF') return referral(head, anonymous, about);
  if (head.type === 'INC')
    return roleInRecord(head, about.request, about.hash) === reportedAs
      ? reported(head, anonymous, about)
      : accompanied(head, about);
  // Kinds of later versions get their own words; until then the answer must not seem complete.
  return [{ text: 'What this record says is not in this document. A copy has to be added by hand.' }];
}

/** Who did something is said by their role. */
const byRole = (entry: EntryRow): EntryRow => ({
  ...entry,
  content: { ...entry.content, by: roleLabels[entry.role] },
});

const aboutOthers: readonly string[] = ['Came with', 'Support wanted'];

function reported(head: HeadRow, entries: readonly EntryRow[], about: About): WordPart[] {
  const incident = asIncident(head);
  const { report, reporterName, reviewer, feedback, reasons = {} } = incident.body;
  const clean = cleaner(about, [
    reporterName,
    reviewer?.name,
    feedback?.by,
    report.onBehalfOf,
    report.peopleAffected,
    report.witnesses,
    report.fearForSafetyWho,
    report.accompaniedPatient,
  ]);
  const rights = { who: '', now: about.now, feedback: true, people: false, mayUpdate: false, mayAdd: false };
  const page = incidentPage(incident, entries, rights);
  return [
    cleaned(
      clean,
      page.facts.filter(({ label }) => !aboutOthers.includes(label)),
    ),
    { subheading: 'What was written down' },
    { text: clean(page.narrative) },
    ...Object.values(reasons).map((why) => ({ text: clean(`A reason was given: ${why}`) })),
    ...history(clean, page.timeline),
    {
      text: 'Left out, because it is about other people: who reported it, who was affected, who saw it, whom you came with, and names of staff.',
    },
  ];
}

/** The report is of somebody else's behaviour: of it, this person is told that they were named in it, when and where. */
function accompanied(head: HeadRow, about: About): WordPart[] {
  const incident = asIncident(head);
  const rights = { who: '', now: about.now, feedback: false, people: false, mayUpdate: false, mayAdd: false };
  const { facts } = incidentPage(incident, [], rights);
  const clean = cleaner(about, [incident.body.report.personName, incident.body.reporterName]);
  return [
    cleaned(
      clean,
      facts.filter(({ label }) => ['When', 'Where', 'Site'].includes(label)),
    ),
    {
      facts: [
        { label: 'You are named in it as', value: clean(incident.body.report.accompaniedPatient ?? '') },
      ],
    },
    {
      text: 'Left out, because it is about another person: who they are and what they are said to have done.',
    },
  ];
}

const staffFacts: readonly string[] = [
  'Agreement taken by',
  'Referred by',
  "Referrer's telephone",
  "Referrer's e-mail",
];

function referral(head: HeadRow, entries: readonly EntryRow[], about: About): WordPart[] {
  const record = asReferral(head);
  const { form, sessions, reasons = {} } = record.body;
  const clean = cleaner(about, [
    form.agreementTakenBy,
    form.referrerName,
    sessions[1]?.trainer.name,
    sessions[2]?.trainer.name,
  ]);
  const reader = { who: '', organisation: '', now: about.now, mayWithdraw: false };
  const whole = referralPage(record, entries, { ...reader, isCoordinator: true });
  // The programme is not shown date of birth and NHS number; the person is.
  const { facts } = referralPage(record, entries, { ...reader, isCoordinator: false });
  const { outcome } = whole.status;
  return [
    cleaned(clean, [
      { label: 'Name', value: whole.patient },
      ...facts.filter(({ label }) => !staffFacts.includes(label)),
      { label: 'Referred from', value: record.body.practice },
      ...Object.values(reasons).map((value) => ({ label: 'A reason was given', value })),
      ...(outcome
        ? [{ label: 'How it ended', value: [outcome.on, outcome.award].filter(Boolean).join('. ') }]
        : []),
    ]),
    { subheading: 'Calls' },
    {
      list: (whole.calls.each ?? []).map(({ at, number, outcome: result, note }) =>
        clean([at, number, result, note].filter(Boolean).join('. ')),
      ),
    },
    { subheading: 'Sessions' },
    {
      list: whole.sessions.map(
        ({ session, day, time, standing }) => `Session ${session}: ${day}, ${time}. ${standing}`,
      ),
    },
    ...history(clean, whole.timeline),
    { text: 'Left out, because it is about other people: names and contact details of staff.' },
  ];
}

/** Members of staff go by their whole name wherever they are; those of the record by each part of it. */
function cleaner({ request, person, hash, staff }: About, fields: readonly (string | undefined)[]): Clean {
  const { personHashes } = request.body;
  return leaveOut({
    fields,
    wholeNames: staff,
    own: { name: person, isOwnNumber: (digits) => personHashes.includes(hash(identityByNumber(digits))) },
  });
}

function cleaned(
  clean: Clean,
  facts: readonly { readonly label: string; readonly value: string }[],
): WordPart {
  return { facts: facts.map(({ label, value }) => ({ label, value: clean(value) })) };
}

function history(clean: Clean, timeline: readonly TimelineLine[]): WordPart[] {
  const lines = timeline.filter(({ ahead }) => !ahead);
  return [
    { subheading: 'What was done, and when' },
    {
      list: lines.map(({ at, who, what, text }) =>
        [`${at}, ${who}: ${clean(what)}`, ...(text ? [clean(text)] : [])].join('\n'),
      ),
    },
  ];
}
