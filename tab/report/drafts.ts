/**
 * What was typed, kept in memory while its form is open anywhere in the app: looking at another page loses nothing, and
 * closing the window leaves nothing behind. A form's id is minted for one person, so nobody finds another's draft.
 */
import type { TypedReport } from './typedReport.ts';

const drafts = new Map<string, TypedReport>();

export const draftOf = (formId: string) => drafts.get(formId);
export const keepDraft = (formId: string, typed: TypedReport) => drafts.set(formId, typed);
export const forgetDraft = (formId: string) => drafts.delete(formId);
