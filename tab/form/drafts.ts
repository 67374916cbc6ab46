/**
 * What was typed, kept in memory while its form is open anywhere in the app: looking at another page loses nothing, and
 * closing the window leaves nothing behind. A form's id is minted for one person, so nobody finds another's draft.
 */
export function keepDrafts<T>() {
  const drafts = new Map<string, T>();
  return {
    of: (formId: string): T | undefined => drafts.get(formId),
    keep: (formId: string, typed: T) => drafts.set(formId, typed),
    forget: (formId: string) => drafts.delete(formId),
  };
}
