/** The audit log as the information-governance officer sees it (DOMAIN §8, §1.2). */
import { z } from 'zod';
import { isoDate, reference } from './incident.ts';

/** By which door somebody came: the bot's chat, the tab or the API behind it, background work, or the app by itself. */
export const door = z.enum(['chat', 'tab', 'jobs', 'system']);
export type Door = z.infer<typeof door>;

/** What a line of the audit is about. */
export const auditKinds = { act: 'Done', read: 'Read', refusal: 'Refused' } as const;
export const auditKind = z.enum(Object.keys(auditKinds) as [AuditKind, ...AuditKind[]]);
export type AuditKind = keyof typeof auditKinds;

const criteria = {
  /** Lines about one record. */
  ref: reference.optional(),
  /** Name of whoever did or read something, as it stands in the directory. */
  person: z.string().trim().max(120).optional(),
  /** London dates, both included. Left out: the 30 days up to today. At most a year at a time. */
  from: isoDate.optional(),
  until: isoDate.optional(),
  kind: auditKind.optional(),
};

/** One line in words. A system administrator gets no person, organisation, record or reason (DOMAIN §1.2). */
export const auditRow = z
  .object({
    id: z.string(),
    kind: auditKind,
    at: z.string().meta({ description: 'London time, in words.' }),
    who: z.string().optional(),
    role: z.string(),
    organisation: z.string().optional(),
    what: z.string(),
    /** The records it was about: a list that was read shows several. */
    refs: z.array(z.string()).optional(),
    door: z.string(),
    request: z.string(),
    reason: z.string().optional(),
    rule: z.string().optional(),
  })
  .meta({ id: 'AuditRow' });
export type AuditRow = z.infer<typeof auditRow>;

export const auditQuestions = {
  'audit.search': {
    input: z.strictObject({
      ...criteria,
      after: z.string().max(2000).optional(),
      size: z.number().int().min(1).max(100).optional(),
    }),
    answer: z.object({
      rows: z.array(auditRow),
      /** Set while there may be more, also when this page found nothing yet. */
      next: z.string().optional(),
      /** Where the page stopped looking when it has fewer rows than asked for and there is more. */
      lookedBackTo: z.string().optional(),
      from: isoDate,
      until: isoDate,
      /** The last day that is sealed, in words. */
      sealedUpTo: z.string().optional(),
    }),
    summary: 'Who did or read what in your area, and who was refused what, newest first.',
  },
} as const;

export const auditFiles = {
  'audit.export': {
    input: z.strictObject(criteria),
    summary: 'What a search of the audit finds, as a table for Excel; at most 5,000 lines.',
    mediaType: 'text/csv; charset=utf-8',
  },
} as const;
