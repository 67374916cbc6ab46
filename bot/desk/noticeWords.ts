/**
 * The words of every notice. Each takes the reference and nothing else, so that no notice can hold a name, a fact or
 * behaviour words (DOMAIN §8.1, HS-13).
 */
const words: Readonly<Record<string, (ref: string) => string>> = {
  'incident.reported': (ref) => `A new report waits for you: ${ref}.`,
  'incident.inReview': (ref) => `Your report ${ref} is being looked at.`,
  'incident.factsAdded': (ref) => `There is more on report ${ref}.`,
  'meeting.seat': (ref) => `You have a seat at the panel meeting ${ref}.`,
  'item.steppedOut': (ref) => `An item of the panel needs an alternate: ${ref}.`,
  'item.tied': (ref) => `${ref} is tied and waits for your casting vote.`,
  'incident.closed': (ref) => `There is an answer to your report ${ref}.`,
  'placement.opened': (ref) => `A new placement waits for you: ${ref}.`,
  'referral.new': (ref) => `A new referral waits for you: ${ref}.`,
  'referral.bookAgain': (ref) => `A session is to be booked again: ${ref}.`,
  'referral.awardDue': (ref) => `Both sessions are done. The award comes next: ${ref}.`,
  'referral.withdrawn': (ref) => `A referral was taken back: ${ref}.`,
  'referral.bothAttended': (ref) => `Both sessions of your referral ${ref} are done.`,
  'referral.outcome': (ref) => `There is a result for your referral ${ref}.`,
  'session.booked': (ref) => `You have a session: ${ref}. See your sessions for the time.`,
  'session.cancelled': (ref) => `A session of yours is called off: ${ref}.`,
};

export const noticeTemplates: readonly string[] = Object.keys(words);

/** The sentence of one notice; of an unknown kind, that there is something to look at. */
export function noticeWords(template: string, ref: string): string {
  return words[template]?.(ref) ?? `You have an item to look at: ${ref}.`;
}

/** Notices that ask for a step, and the states of their record in which that step is still to be taken. */
const steps: Readonly<Record<string, readonly string[]>> = {
  'incident.reported': ['REPORTED'],
  'item.tied': ['TIED'],
  'referral.new': ['SUBMITTED'],
  'referral.bookAgain': ['S1_DNA', 'S1_CANCELLED', 'S2_DNA', 'S2_CANCELLED'],
  'referral.awardDue': ['S2_DONE'],
};

export const waitsForAStep = (template: string): boolean => Object.hasOwn(steps, template);

/** The step that a notice asked for has been taken, or has become needless. News is never over: it waits to be read. */
export const isOver = (template: string, state: string): boolean =>
  waitsForAStep(template) && steps[template]?.includes(state) === false;
