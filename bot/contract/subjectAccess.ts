/** Subject-access requests (DOMAIN §8, §1.2), as they cross the wire. */
import { z } from 'zod';
import { deadlineView, page, timelineItem } from './answers.ts';
import { isoDate, oneOf, optionalText, reference, text } from './incident.ts';
import { paging } from './paging.ts';

export const sarStates = {
  OPEN: { label: 'Open', means: 'The records of the person can be read for the answer.' },
  ANSWERED: { label: 'Answered', means: 'The answer has gone out. Nothing more is read under it.' },
  WITHDRAWN: { label: 'Withdrawn', means: 'The request was taken back. Nothing more is read under it.' },
} as const;
export const sarState = z.enum(['OPEN', 'ANSWERED', 'WITHDRAWN']);
export type SarState = z.infer<typeof sarState>;

export const identityChecks = {
  DOCUMENT: 'An identity document was seen',
  KNOWN: 'The person is known to the practice',
  REPRESENTATIVE: 'A representative showed their authority and an identity document',
} as const;
export const sarEnds = {
  ANSWERED: 'It was answered',
  WITHDRAWN: 'It was taken back',
} as const;

const person = {
  personName: text(160).min(1, { error: "Give the person's full name." }),
  personBirthDate: isoDate,
};

export const subjectAccessOpen = z.strictObject({
  ...person,
  personNhsNumber: optionalText(20),
  requesterReference: text(60).min(1, { error: 'Give the reference or date of their letter or message.' }),
  receivedOn: isoDate,
  identityChecked: oneOf(identityChecks, 'Choose how you know that it is this person.'),
});
export const subjectAccessClose = z.strictObject({
  ref: reference,
  version: z.number().int().optional(),
  how: oneOf(sarEnds, 'Choose how it ended.'),
  reason: text(500).min(10, { error: 'Say how it ended: at least 10 characters.' }),
});

/** Typed once more, because it is not kept: it stands on the cover, and shows that the export is the right person's. */
export const subjectAccessExport = z.strictObject({ ref: reference, ...person });

export const subjectAccessFiles = {
  'subjectAccess.export': {
    input: subjectAccessExport,
    summary: 'All that is held about the person of a request, without other people, as one Word document.',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const;

export const subjectAccessCommands = {
  'subjectAccess.open': {
    input: subjectAccessOpen,
    summary: 'Open a subject-access request: its answer is due in one month (DL-29).',
  },
  'subjectAccess.close': {
    input: subjectAccessClose,
    summary: 'Close a subject-access request: answered or withdrawn.',
  },
} as const;

const label = z.string();

export const sarRow = z.object({
  ref: z.string(),
  version: z.number().int(),
  state: sarState,
  stateLabel: label,
  requesterReference: z.string(),
  received: label,
  due: deadlineView.optional(),
});

export const sarPage = z
  .object({
    row: sarRow,
    identityChecked: label,
    timeline: z.array(timelineItem),
    /** Every record of the person in this area; absent once the request is closed. */
    records: z
      .array(z.object({ ref: z.string(), kind: label, stateLabel: label, made: label, as: label }))
      .optional(),
  })
  .meta({ id: 'SubjectAccessPage' });
export type SarPage = z.infer<typeof sarPage>;

export const subjectAccessQuestions = {
  'subjectAccess.list': {
    input: z.strictObject(paging),
    answer: page(sarRow),
    summary: 'Subject-access requests of the area, newest first.',
  },
  'subjectAccess.page': {
    input: z.strictObject({ ref: reference }),
    answer: sarPage,
    summary: 'A subject-access request and which records of the person there are. Each is logged as read.',
  },
} as const;
