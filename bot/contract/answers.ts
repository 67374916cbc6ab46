/** What the app answers: the shapes of lists, pages and outcomes. Dates arrive as labels; no client computes one. */
import { z } from 'zod';
import { incidentState } from './incident.ts';
import { role } from './roles.ts';

const label = z.string();

/** A deadline as people read it. `state` is one of DOMAIN §4.5. */
export const deadlineView = z.object({
  rule: z.string(),
  what: label,
  state: z.enum(['ON_TRACK', 'DUE_SOON', 'DUE_TODAY', 'OVERDUE', 'MET', 'MET_LATE', 'CANCELLED']),
  due: label,
});
export type DeadlineView = z.infer<typeof deadlineView>;

/** What a command did. Holds no patient data: it is kept on the receipt. */
export const outcome = z
  .object({
    ref: z.string().optional(),
    state: z.string().optional(),
    version: z.number().int().optional(),
    message: z.string(),
    warnings: z.array(z.object({ rule: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Outcome', description: 'What was done, in words for the person who did it.' });
export type Outcome = z.infer<typeof outcome>;

/** The status line of an incident: what the reporter asks for. */
export const incidentStatus = z
  .object({
    ref: z.string(),
    state: incidentState,
    stateLabel: label,
    reported: label,
    withWhom: z.string().optional(),
    next: label,
    version: z.number().int(),
    mine: z.boolean(),
    feedback: z.object({ outcome: label, text: z.string(), given: label, by: z.string() }).optional(),
  })
  .meta({ id: 'IncidentStatus' });
export type IncidentStatus = z.infer<typeof incidentStatus>;

export const timelineItem = z.object({
  at: label,
  who: z.string(),
  what: label,
  text: z.string().optional(),
  /** Drawn ahead: a deadline that has not come yet. */
  ahead: z.boolean().optional(),
});
export type TimelineItem = z.infer<typeof timelineItem>;

/** One line of facts on a page, already in words. */
export const labelledFact = z.object({ label, value: z.string() });
export type LabelledFact = z.infer<typeof labelledFact>;

/** The incident page. What the role may not see is absent. */
export const incidentPage = z
  .object({
    status: incidentStatus,
    deadlines: z.array(deadlineView),
    facts: z.array(labelledFact),
    narrative: z.string(),
    /** Names of staff and witnesses, a protected field (§1.3 rule 7); absent where the role may not see them. */
    people: z.array(labelledFact).optional(),
    linked: z.array(z.string()),
    timeline: z.array(timelineItem),
    /** What this person may do to it now. */
    steps: z.array(
      z.enum(['incident.takeIntoReview', 'incident.close', 'incident.addFacts', 'incident.link']),
    ),
  })
  .meta({ id: 'IncidentPage' });
export type IncidentPage = z.infer<typeof incidentPage>;

export const incidentRow = z.object({
  ref: z.string(),
  state: incidentState,
  stateLabel: label,
  happened: label,
  reported: label,
  what: label,
  withWhom: z.string().optional(),
  due: deadlineView.optional(),
});
export const page = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().optional() });

export const inboxItem = z
  .object({
    id: z.string(),
    ref: z.string(),
    text: label,
    at: label,
    unread: z.boolean(),
  })
  .meta({ id: 'InboxItem' });
export type InboxItem = z.infer<typeof inboxItem>;

export const dueItem = z.object({ ref: z.string(), deadline: deadlineView });

/** Who am I: the person, the roles they hold today and the one this answer was made under. */
export const me = z
  .object({
    person: z.string(),
    name: z.string(),
    roles: z.array(
      z.object({
        role,
        label,
        organisation: z.string(),
        organisationName: z.string(),
        area: z.string(),
        areaName: z.string(),
        /** The absent colleague whose role this is. */
        coversFor: z.string().optional(),
      }),
    ),
    unread: z.number().int(),
    today: label,
    demo: z.boolean(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

/** What a new report form starts with. */
export const reportForm = z
  .object({
    /** The command id for this one form, minted for this one person (D7). */
    commandId: z.string(),
    sites: z.array(z.string()),
    site: z.string(),
    date: z.string(),
    time: z.string(),
    openedAt: z.string(),
    practice: z.string(),
  })
  .meta({ id: 'ReportForm' });
export type ReportForm = z.infer<typeof reportForm>;
