/** What the app answers about placements. Dates arrive as labels; no client computes one. */
import { z } from 'zod';
import { deadlineView, labelledFact, page, timelineItem } from './answers.ts';
import { reference } from './incident.ts';
import { placementState, rehabOfferStage } from './placement.ts';

const label = z.string();
const choice = z.object({ value: z.string(), label });

/** What a new placement starts with. */
export const placementForm = z
  .object({
    /** The command id for this one form, minted for this one person (D7). */
    commandId: z.string(),
    /** The London date, `2027-01-28`. */
    today: z.string(),
    grounds: z.array(choice),
    schemeProviders: z.array(choice),
    practices: z.array(choice),
  })
  .meta({ id: 'PlacementForm' });
export type PlacementForm = z.infer<typeof placementForm>;

/**
 * A placement in one line, and of that line what the role may see: its `standing`, the removing practice's
 * `decision`, or for the programme that the patient is or was `onScheme`.
 */
export const placementStatus = z
  .object({
    ref: z.string(),
    standing: z
      .object({ state: placementState, stateLabel: label, entered: label, version: z.number().int() })
      .optional(),
    decision: label.optional(),
    onScheme: z.boolean().optional(),
  })
  .meta({ id: 'PlacementStatus' });
export type PlacementStatus = z.infer<typeof placementStatus>;

const rehabOfferView = z.object({ stage: rehabOfferStage, stageLabel: label });

/** The placement page, for whoever may see all of it. */
export const placementPage = z
  .object({
    ref: z.string(),
    version: z.number().int(),
    state: placementState,
    stateLabel: label,
    /** What comes next, as a sentence. */
    next: label,
    /** The patient's name. */
    patient: z.string(),
    entered: label,
    schemePractice: z.string(),
    deadlines: z.array(deadlineView),
    facts: z.array(labelledFact),
    rehabOffer: rehabOfferView.extend({
      on: label.optional(),
      /** The referral, and whether this person can open it. */
      referral: z.string().optional(),
      isOpenable: z.boolean(),
    }),
    /** How a placed patient is cared for, whoever reads it (HS-14). */
    careRules: z.array(z.string()),
    timeline: z.array(timelineItem),
    /** What this person may do from here. */
    steps: z.array(z.literal('referral.submit')),
  })
  .meta({ id: 'PlacementPage' });
export type PlacementPage = z.infer<typeof placementPage>;

export const placementRow = z.object({
  ref: z.string(),
  state: placementState,
  stateLabel: label,
  patient: z.string(),
  schemePractice: z.string(),
  entered: label,
  rehabOffer: rehabOfferView,
  due: deadlineView.optional(),
});

const paging = { after: z.string().max(2000).optional(), size: z.number().int().min(1).max(100).optional() };

export const placementQuestions = {
  'placement.form': {
    input: z.strictObject({}),
    answer: placementForm,
    summary: 'What a new placement starts with, and the id to send it with.',
  },
  'placement.status': {
    input: z.strictObject({ ref: reference }),
    answer: placementStatus,
    summary: 'Where a placement stands, as much of it as your role may see.',
  },
  'placement.page': {
    input: z.strictObject({ ref: reference }),
    answer: placementPage,
    summary: 'Everything about a placement, for those who may see all of it.',
  },
  'placement.list': {
    input: z.strictObject(paging),
    answer: page(placementRow),
    summary: "The area's placements, or those of your scheme practice, newest first.",
  },
} as const;
