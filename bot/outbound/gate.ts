/** The one gate outward (D12): every activity that leaves through botbuilder passes here, answered or sent unasked. */
import type { Activity, ResourceResponse, TurnContext } from 'botbuilder';
import { breachOf, type Breach, type Surface } from './breach.ts';
import { unlistedPart } from './listed.ts';
import { isRouting } from './messageTexts.ts';
import { createOwnSentences, withheld } from './ownSentences.ts';

export interface GateOptions {
  /** Told of every breach; what it gets may be logged as it is. */
  readonly onBreach: (breach: Breach) => void;
  /** Further fixed sentences of the app, with `{ref}` and `{n}` for references and small numbers. */
  readonly sentences?: readonly string[];
}

const identifiersKey = Symbol('identifiers of the records this turn speaks of');
const withheldKey = Symbol('something was withheld');

/**
 * Says which texts identify someone in what this turn is about to send: the desk's `identifiers`. Adds to those noted. A
 * card for a channel or group does not leave before this was said, were it of nobody.
 */
export function noteIdentifiers(context: TurnContext, identifiers: readonly string[]): void {
  context.turnState.set(identifiersKey, [...(notedOn(context) ?? []), ...identifiers]);
}

/** Whether the gate kept something of this turn back without a word in its place. */
export function wasWithheld(context: TurnContext): boolean {
  return context.turnState.get<boolean | undefined>(withheldKey) === true;
}

/**
 * Middleware for `adapter.use`; use it last, so that nothing is added to an activity behind it. A message that holds an
 * identifier of its records, or anything that is not on the lists of its surface, is not sent: a person gets a neutral sentence in its place, a channel or group gets
 * nothing. An answer to an invoke is always given, or Teams would repeat the invoke: its neutral sentence is seen by
 * the one who tapped.
 */
export function createGate({ onBreach, sentences = [] }: GateOptions) {
  const isOwn = createOwnSentences(sentences);
  const isClean = (context: TurnContext, activity: Partial<Activity>): boolean => {
    const surface = surfaceOf(context);
    const breach =
      breachOf(surface, activity, notedOn(context) ?? [], isOwn) ??
      offTheList(surface, activity, isOwn) ??
      notCompared(surface, context, activity);
    if (breach) onBreach(breach);
    return !breach;
  };

  return async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
    context.onSendActivities(async (turn, activities, send) => {
      const outgoing = activities.map((activity) =>
        isClean(turn, activity) ? nameless(activity) : replacementOf(turn, activity),
      );
      const kept = outgoing.filter((activity) => activity !== undefined);
      // botbuilder sends this very array, so it is changed in place.
      activities.splice(0, activities.length, ...kept);
      const answers = kept.length > 0 ? await send() : [];
      return inTheirPlaces(outgoing, answers);
    });
    context.onUpdateActivity(async (turn, activity, update) => {
      if (isClean(turn, activity)) {
        Object.assign(activity, nameless(activity));
        return update();
      }
      const replacement = replacementOf(turn, activity);
      if (!replacement) return undefined;
      for (const field of Object.keys(activity)) Reflect.deleteProperty(activity, field);
      Object.assign(activity, replacement);
      return update();
    });
    await next();
  };
}

function notedOn(context: TurnContext): readonly string[] | undefined {
  return context.turnState.get<readonly string[] | undefined>(identifiersKey);
}

function offTheList(
  surface: Surface,
  activity: Partial<Activity>,
  isOwn: (text: string) => boolean,
): Breach | undefined {
  const part = unlistedPart(surface, activity, isOwn);
  return part === undefined ? undefined : { surface, part, kind: 'not on the list' };
}

/** A card for many, made from records whose identifiers nobody has loaded: not even the lists make that good. */
function notCompared(
  surface: Surface,
  context: TurnContext,
  { attachments }: Partial<Activity>,
): Breach | undefined {
  const isCard = surface !== 'personal' && attachments !== undefined && attachments.length > 0;
  return isCard && !notedOn(context) ? { surface, part: 'attachments', kind: 'not compared' } : undefined;
}

/** botbuilder copies whom Teams named into every answer: the connector needs ids only. */
function nameless(activity: Partial<Activity>): Partial<Activity> {
  const { recipient, conversation } = activity;
  return {
    ...activity,
    ...(recipient ? { recipient: { ...recipient, name: '' } } : {}),
    ...(conversation ? { conversation: { ...conversation, name: '' } } : {}),
  };
}

/** A conversation that does not say what it is gets the strictest rules. */
function surfaceOf(context: TurnContext): Surface {
  const type: string | undefined = context.activity.conversation?.conversationType;
  if (type === 'personal') return 'personal';
  return type === 'channel' ? 'channel' : 'group';
}

function replacementOf(context: TurnContext, activity: Partial<Activity>): Partial<Activity> | undefined {
  if (activity.type === 'invokeResponse') return { ...activity, value: neutralAnswer };
  const isMessage = activity.type === 'message' || activity.type === undefined;
  if (!isMessage || surfaceOf(context) !== 'personal') {
    context.turnState.set(withheldKey, true);
    return undefined;
  }
  const address = Object.entries(nameless(activity)).filter(
    ([field]) => isRouting(field) || field === 'type',
  );
  return { ...Object.fromEntries(address), text: withheld, summary: withheld };
}

const neutralAnswer = {
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: withheld },
};

/** One answer for each activity asked for, an empty one where nothing was sent. */
function inTheirPlaces(
  outgoing: readonly (Partial<Activity> | undefined)[],
  answers: readonly ResourceResponse[],
): ResourceResponse[] {
  const left = [...answers];
  return outgoing.map((activity) => (activity && left.shift()) ?? { id: '' });
}
