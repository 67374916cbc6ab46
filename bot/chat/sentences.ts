/** Fixed sentences that leave as plain text. They tell nothing of any record; the gate is given them as our own. */
export const talkAlone = 'Please talk to me in a chat of our own.';
export const wentWrong = 'Something went wrong on our side. Try again in a moment.';
/** Told beside a form that stays as it is while its work goes on. */
export const stillSavingBeside = 'Still saving. You will be told when it is done. Nothing is done twice.';
export const unreadable = 'This button sent something I cannot read. Say "help" to see what you can do.';
/** What a telephone shows of a card before anybody has chosen to look (DOMAIN §8.1). */
export const answerSummary = 'Your answer is here.';

export const chatSentences: readonly string[] = [
  talkAlone,
  wentWrong,
  stillSavingBeside,
  unreadable,
  answerSummary,
];
