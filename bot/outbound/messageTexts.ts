/** Which texts of a message the gate reads. */
import { isCardGrammar, isCardProperty } from './cardGrammar.ts';

/** A text and the top-level field it was found under: what a log may say of it. */
export interface Text {
  readonly part: string;
  readonly text: string;
}

/** How the message travels: addresses that Teams made, and settings of the protocol. None is shown as text. */
const routing = new Set([
  'id',
  'timestamp',
  'localTimestamp',
  'localTimezone',
  'channelId',
  'from',
  'recipient',
  'conversation',
  'serviceUrl',
  'replyToId',
  'relatesTo',
  'callerId',
  'attachmentLayout',
  'deliveryMode',
  'importance',
  'inputHint',
  'locale',
  'textFormat',
]);

export const isRouting = (field: string): boolean => routing.has(field);

/** Every text of a message: what is shown, what is sent along, and what a client could read out of it. */
export function everyText(message: object): Text[] {
  return Object.entries(message)
    .filter(([field]) => !routing.has(field))
    .flatMap(([field, value]) => textsIn(value, field, field));
}

/**
 * What a phone shows on its lock screen, an activity feed lists, or a voice reads out before anybody has chosen to
 * look (DOMAIN §8.1).
 */
export function notificationTexts(message: object): Text[] {
  return Object.entries(message).flatMap(([field, value]: [string, unknown]) => {
    if (field === 'text' || field === 'summary' || field === 'speak') return textsIn(value, field, field);
    if (field === 'attachments') return [...named(value, field), ...spokenForCard(value, field)];
    if (field === 'value') return spokenForCard(value, field);
    if (field === 'channelData') return textsIn(notificationOf(value), 'notification', field);
    return [];
  });
}

function textsIn(value: unknown, property: string, part: string): Text[] {
  if (typeof value === 'string') return isCardGrammar(property, value) ? [] : [{ part, text: value }];
  if (typeof value === 'number' || typeof value === 'bigint') return [{ part, text: String(value) }];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, property, part));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    ...(isCardProperty(key) ? [] : [{ part, text: key }]),
    ...textsIn(child, key, part),
  ]);
}

function named(attachments: unknown, part: string): Text[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((attachment: { readonly name?: unknown }) =>
    textsIn(attachment.name, 'name', part),
  );
}

/** What stands in for a card that is not shown, at any depth of it. */
function spokenForCard(node: unknown, part: string): Text[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) =>
    key === 'fallbackText' || key === 'speak' ? textsIn(child, key, part) : spokenForCard(child, part),
  );
}

function notificationOf(channelData: unknown): unknown {
  if (typeof channelData !== 'object' || channelData === null || !('notification' in channelData))
    return undefined;
  return channelData.notification;
}
