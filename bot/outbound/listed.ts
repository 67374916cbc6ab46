/**
 * The lists behind the gate (DOMAIN §8.1): which fields an activity of ours is made of, what a telephone may announce,
 * and what may stand in a channel. What is not on its list does not leave, whoever is or is not named in it.
 */
import { decidedWords, directions, itemStates, itemTypes, motions } from '../contract/panel.ts';
import type { Surface } from './breach.ts';
import { everyText, isRouting, notificationTexts } from './messageTexts.ts';
import { blanked } from './ownSentences.ts';

/** What our messages are made of, beside how they travel. Suggestions, mentions, speech, data for a channel: none. */
const parts = new Set(['type', 'text', 'summary', 'attachments', 'value']);
const card = 'application/vnd.microsoft.card.adaptive';

/**
 * The first field that holds what is on no list, or undefined. `isOwn` knows the app's fixed sentences.
 *
 * Announcements (text, summary, what stands in for a card) are own sentences on every surface. In a channel or group so
 * is everything else, or it belongs to an item's card: reference, kind, catalogue motion, buttons, how many have cast.
 */
export function unlistedPart(
  surface: Surface,
  message: object,
  isOwn: (text: string) => boolean,
): string | undefined {
  const fields = Object.entries(message).filter(([, value]) => value !== undefined);
  const unknown = fields.find(([field]) => !isRouting(field) && !parts.has(field));
  if (unknown) return unknown[0];
  if (fields.some(([field, value]) => field === 'attachments' && !areCards(value))) return 'attachments';
  const announced = notificationTexts(message).find(({ text }) => text !== '' && !isOwn(text));
  if (announced) return announced.part;
  if (surface === 'personal') return undefined;
  return everyText(message).find(({ text }) => text !== '' && !isOwn(text) && !isPublic(text))?.part;
}

/** No file, no picture with an address, no name of one: cards only (DOMAIN §5.7, never in Teams chat). */
function areCards(attachments: unknown): boolean {
  return (
    Array.isArray(attachments) &&
    attachments.every((attachment: object) =>
      Object.entries(attachment).every(
        ([field, value]) =>
          value === undefined || field === 'content' || (field === 'contentType' && value === card),
      ),
    )
  );
}

const labels = (of: Readonly<Record<string, { readonly label: string }>>) =>
  Object.values(of).map(({ label }) => label);

/** All that an item's card says, with `{ref}` and `{n}` for references and small numbers. */
const itemWords: ReadonlySet<string> = new Set([
  ...labels(itemTypes),
  ...labels(itemStates),
  ...Object.values(motions).flatMap((motion) => [
    `Motion: ${motion.text}`,
    `${directions.FOR}: ${motion.for}.`,
    `${directions.AGAINST}: ${motion.against}.`,
  ]),
  ...Object.entries(directions).flat(),
  '{n} of {n} cast',
  decidedWords,
  '{ref}',
  '{n}',
  'Open in tab',
  // The button's command and the names of what it sends, and what an invoke's answer is wrapped in.
  'ballot.cast',
  'meeting',
  'round',
  'revision',
  'direction',
  'unknown',
  'BadRequest',
  'http://adaptivecards.io/schemas/adaptive-card.json',
  '1.5',
]);
const meetingInTab = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w-]+)*\/#\/meetings\/\{ref\}$/;

function isPublic(text: string): boolean {
  return (
    itemWords.has(text) ||
    itemWords.has(blanked(text)) ||
    meetingInTab.test(blanked(text, { numbers: false }))
  );
}
