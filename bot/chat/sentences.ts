/** Fixed sentences that leave as plain text. They tell nothing of any record; the gate is given them as our own. */
import { itemState } from '../contract/panel.ts';
import { refusedForRole } from '../desk/authorise.ts';
import { stillBusy } from '../desk/perform.ts';
import { ballotRefusals } from '../domain/panel/castBallot.ts';
import { itemNow } from '../domain/panel/item.ts';

export const talkAlone = 'Please talk to me in a chat of our own.';
export const wentWrong = 'Something went wrong on our side. Try again in a moment.';
/** Told beside a form that stays as it is while its work goes on. */
export const stillSavingBeside = 'Still saving. You will be told when it is done. Nothing is done twice.';
export const unreadable = 'This button sent something I cannot read. Say "help" to see what you can do.';
/** What a telephone shows of a card before anybody has chosen to look (DOMAIN §8.1). */
export const answerSummary = 'Your answer is here.';

/** In a channel, where a name would be read by everybody. */
export const actingNow = 'Done. In this demonstration you now act as the person you named.';
export const actFirst = 'Say who you are first: mention me and say "act as" and a name.';
export const noSuchPerson = 'There is nobody here with that name.';
export const notKnown = 'You are not in the directory yet. Ask your administrator to add you.';
export const panelSetUp =
  'This channel now belongs to the review panel. Each item appears here when the chair opens it.';
/** Which way is not said: everybody in the channel may be looking at the tapper's screen. */
export const voteCounted = 'Your vote is counted. You can change it until the chair closes.';
export const stillCounting =
  'Still saving. The card changes by itself when it is done. Nothing is done twice.';

/** In place of a refusal that may not be said to everybody. */
export const notDoneHere = 'That was not done. Open it in the tab to see why.';

/** The refusals that may be said in a channel or group: to the letter, and none of them names anybody. */
const channelRefusals: ReadonlySet<string> = new Set([
  refusedForRole.message,
  stillBusy.message,
  notKnown,
  'Choose For, Against or Abstain.',
  'Fill this in as the form asks.',
  ...Object.values(ballotRefusals),
  ...itemState.options.map(itemNow),
]);

export function sayableToAll(refusal: { readonly message: string }): string {
  return channelRefusals.has(refusal.message) ? refusal.message : notDoneHere;
}

export const chatSentences: readonly string[] = [
  talkAlone,
  wentWrong,
  stillSavingBeside,
  unreadable,
  answerSummary,
  actingNow,
  actFirst,
  noSuchPerson,
  notKnown,
  panelSetUp,
  voteCounted,
  stillCounting,
  notDoneHere,
  ...channelRefusals,
];
