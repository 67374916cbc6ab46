/** How long records are kept, and their end (DOMAIN §8), as they cross the wire. */
import { z } from 'zod';
import { labelledFact, page, timelineItem } from './answers.ts';
import { isoDate, reference, text } from './incident.ts';
import { paging } from './paging.ts';

const aRecord = {
  /** Left out for a record of the area; for one that lies with a provider, as the lists give it. */
  provider: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/)
    .optional(),
  ref: reference,
  version: z.number().int().optional(),
  reason: text(500).min(10, { error: 'Give a reason of at least 10 characters.' }),
};

export const recordKeep = z.strictObject({ ...aRecord, until: isoDate });
export const recordHold = z.strictObject(aRecord);
export const recordDestruction = z.strictObject({
  ...aRecord,
  /** The reference, typed once more. */
  confirm: reference,
});

export const retentionCommands = {
  'retention.keep': { input: recordKeep, summary: 'A review says: keep a record until a date (§8).' },
  'retention.hold': { input: recordHold, summary: 'Put a legal hold on a record (§8).' },
  'retention.release': { input: recordHold, summary: 'Release the legal hold on a record (§8).' },
  'retention.destroy': {
    input: recordDestruction,
    summary: 'Destroy a record whose time is over, after a review; a stub is left (§8).',
  },
} as const;

const label = z.string();

/** Which record, and since or until when: nothing of what it says. */
export const retentionRow = z.object({
  ref: z.string(),
  version: z.number().int(),
  /** The provider it lies with; absent for a record of the area. */
  provider: z.string().optional(),
  kind: label,
  stateLabel: label,
  made: label,
  /** From when it may be reviewed; absent while it cannot be known. */
  until: label.optional(),
  held: z.boolean(),
});
export type RetentionRow = z.infer<typeof retentionRow>;

export const destroyedRow = z.object({
  ref: z.string(),
  provider: z.string().optional(),
  kind: label,
  made: label,
  destroyed: label,
  /** While its rows are still being removed: how many lines of history are gone, of how many. */
  progress: label.optional(),
});

export const retentionStep = z.enum([
  'retention.keep',
  'retention.hold',
  'retention.release',
  'retention.destroy',
]);

export const retentionRecord = z
  .object({
    row: z.union([retentionRow, destroyedRow]),
    facts: z.array(labelledFact),
    /** What was decided about keeping it. */
    timeline: z.array(timelineItem),
    steps: z.array(retentionStep),
  })
  .meta({ id: 'RetentionRecord' });
export type RetentionRecord = z.infer<typeof retentionRecord>;

export const retentionQuestions = {
  'retention.due': {
    input: z.strictObject(paging),
    answer: page(retentionRow),
    summary: 'Records whose time is over and that wait for a review, the longest first.',
  },
  'retention.held': {
    input: z.strictObject(paging),
    answer: page(retentionRow),
    summary: 'Records on legal hold.',
  },
  'retention.destroyed': {
    input: z.strictObject(paging),
    answer: page(destroyedRow),
    summary: 'What is left of destroyed records, the latest first.',
  },
  'retention.record': {
    input: z.strictObject({ ref: reference }),
    answer: retentionRecord,
    summary: 'How long one record is kept, and what was decided about it.',
  },
} as const;
