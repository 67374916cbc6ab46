/** Which parts of a line may leave with it: each field by name and shape, each sentence to the letter. Pure. */
import { logMessages } from './desk/logPort.ts';
import { REFERENCE_TYPES } from './domain/references.ts';

type Allows = (value: unknown) => boolean;

const number: Allows = (value) => typeof value === 'number' && Number.isFinite(value);
const truth: Allows = (value) => typeof value === 'boolean';
const shaped =
  (shape: RegExp): Allows =>
  (value) =>
    typeof value === 'string' && shape.test(value);
const oneOf =
  (words: string): Allows =>
  (value) =>
    typeof value === 'string' && words.trim().split(/\s+/).includes(value);

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** A number of ten or eleven digits could be somebody's. */
const machineId = new RegExp(`^(?:[a-z\\d]{1,2}:)?(?:${uuid}|[0-9a-f]{16,64}|\\d{13,20})$`, 'i');
const place = /^(?:directory|(?:area|org):[a-z\d-]{1,60}|inbox:[A-Za-z\d-]{1,60})$/;
const errorName =
  /^(?:undefined|object|string|number|boolean|function|symbol|bigint|unknown|(?:[A-Z]\w{0,40})?(?:Error|Exception|Busy|Warning))(?: (?:[A-Z][A-Z\d_]{1,40}|\d{1,4}))?$/;
const refused = /^refused: [a-z]+$/i;
const failing = oneOf('busy withheld unreachable');
/** An outbox row's id holds the id of its command, which a client may choose: it leaves when only machines made it. */
const rowParts = new RegExp(
  `${uuid}|[0-9a-f]{12,64}|outbox|effect|clear|posted|notice|item|take|link|read|ballot|(?<![\\da-z])\\d{1,4}(?![\\da-z])|[.:-]`,
  'gi',
);
const ref = new RegExp(`^(?:${REFERENCE_TYPES.filter((type) => type !== 'SGC').join('|')})-20\\d\\d-\\d{7}$`);

const fields: Readonly<Record<string, Allows>> = {
  level: number,
  time: number,
  part: oneOf('web restify chat jobs graph store process'),
  event: oneOf('turn apology activity edit post tap clear'),
  request: shaped(new RegExp(`^${uuid}$`)),
  method: oneOf('GET HEAD POST PUT PATCH DELETE OPTIONS CONNECT TRACE'),
  route: shaped(/^(?:none|\/|(?:\/(?:[a-z][a-z.-]{0,30}|:[a-z]{1,20}|\*))+)$/),
  status: number,
  milliseconds: number,
  answered: truth,
  activity: shaped(machineId),
  message: shaped(machineId),
  type: oneOf(`message invoke conversationUpdate installationUpdate event typing trace endOfConversation
    messageReaction messageUpdate messageDelete`),
  row: (value) => typeof value === 'string' && value.replace(rowParts, '') === '',
  scope: shaped(place),
  day: shaped(/^20\d\d-\d\d-\d\d$/),
  tries: number,
  error: shaped(errorName),
  why: (value) =>
    failing(value) ||
    shaped(errorName)(value) ||
    shaped(refused)(value) ||
    value === 'unknown topic' ||
    value === 'no addressee',
  at: shaped(/^bot\/[\w./-]{1,100}\.ts:\d{1,5}$/),
  code: shaped(/^(?:[A-Z][A-Za-z]{0,40}Error|TimedOut|Unknown|ConsentFailed|Invalid[A-Z][a-z]+)$/),
  entra: shaped(/^AADSTS\d{3,9}$/),
  surface: oneOf('channel group personal notification'),
  kind: (value) => typeof value === 'string' && breachKinds.has(value),
  field:
    oneOf(`text summary speak attachments value suggestedActions entities channelData name label topicName
    valueType inputHint other`),
  ref: shaped(ref),
};

const breachKinds: ReadonlySet<string> = new Set([
  'name',
  'initials',
  'NHS number',
  'date of birth',
  'telephone number',
  'postcode',
  'number or address',
  'narrative',
  'safeguarding',
  'not on the list',
  'not compared',
]);

const sentences: ReadonlySet<string> = new Set(logMessages);
const unlisted = 'Something was said that the log may not hold.';

/**
 * A line of JSON as it may leave, without its end of line. What was taken out is counted in `withheld`; a line that is
 * no JSON object leaves as that count alone. Never throws.
 */
export function lineToLeave(line: string): string {
  const given = parsed(line);
  if (!given) return JSON.stringify({ level: 50, withheld: 1, msg: unlisted });
  const { msg, ...rest } = given;
  const kept = Object.entries(rest).filter(([name, value]) => isAllowed(name, value));
  const isOurs = typeof msg === 'string' && sentences.has(msg);
  const withheld = Object.keys(rest).length - kept.length + (isOurs ? 0 : 1);
  return JSON.stringify({
    ...Object.fromEntries(kept),
    ...(withheld > 0 ? { withheld } : {}),
    msg: isOurs ? msg : unlisted,
  });
}

const isAllowed = (name: string, value: unknown) => Object.hasOwn(fields, name) && fields[name]?.(value);

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
