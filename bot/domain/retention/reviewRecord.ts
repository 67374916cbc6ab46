/** What a person decides about a record whose time may be over: keep it, hold it, let it go (DOMAIN §8). */
import {
  advance,
  refuse,
  refuseFields,
  refuseStale,
  type Decision,
  type Facts,
  type Head,
} from '../decision.ts';
import { dateLabel } from '../time/labels.ts';
import { londonDate } from '../time/london.ts';
import { isAtRest, retainUntilOf } from './schedule.ts';

/** A review may put the next one off this long at most: storage is limited, also by good reasons (A). */
export const longestKeep = 20;

interface Review {
  readonly version?: number | undefined;
  readonly reason: string;
}

/** A review that says: keep it until a date. Only what is due can be reviewed. */
export function keepRecord(input: Review & { readonly until: string }, head: Head, facts: Facts): Decision {
  const notYet = movedOn(input, head) ?? notDue(head, facts);
  if (notYet) return notYet;
  const today = londonDate(facts.now);
  const until = readDate(input.until);
  if (!until || Temporal.PlainDate.compare(until, today) <= 0)
    return refuseFields([{ field: 'until', message: 'Give a day that is still to come.' }]);
  if (Temporal.PlainDate.compare(until, today.add({ years: longestKeep })) > 0)
    return refuseFields([
      { field: 'until', message: `Give a day within ${longestKeep} years. It can be reviewed again then.` },
    ]);
  return changed(
    { ...advance(head, facts.now, {}), keepUntil: until.toString() },
    { action: 'retention.kept', content: { until: until.toString(), reason: input.reason } },
    `${head.ref} is kept until ${dateLabel(until)}, and comes up for review again then.`,
  );
}

/** A legal hold, in whatever state the record is: nothing and nobody destroys it until the hold is released. */
export function holdRecord(input: Review, head: Head, facts: Facts): Decision {
  if (head.held) return refuseStale(`${head.ref} is already on hold.`);
  return changed(
    { ...advance(head, facts.now, {}), held: true },
    { action: 'retention.held', content: { reason: input.reason } },
    `${head.ref} is on hold. It cannot be destroyed until the hold is released.`,
  );
}

export function releaseRecord(input: Review, head: Head, facts: Facts): Decision {
  if (!head.held) return refuseStale(`${head.ref} is not on hold.`);
  return changed(
    { ...advance(head, facts.now, {}), held: false },
    { action: 'retention.released', content: { reason: input.reason } },
    `The hold on ${head.ref} is released. The schedule counts again.`,
  );
}

/** Why a record's time is not over; undefined when it is. */
export function notDue(head: Head, facts: Facts) {
  const until = retainUntilOf(head);
  if (!until || !isAtRest(head))
    return refuse(
      '§8',
      'This record is still open. It can be reviewed once it has ended and its time is over.',
    );
  if (Temporal.PlainDate.compare(londonDate(facts.now), until) < 0)
    return refuse('§8', `This record must be kept until ${dateLabel(until)}. Review it then.`);
  return undefined;
}

/** A review is of the record as it was seen. */
export function movedOn({ version }: Pick<Review, 'version'>, head: Head) {
  if (version === undefined || version === head.version) return undefined;
  return refuseStale(`${head.ref} has changed since you opened it. Look at it again.`);
}

function changed(
  head: Head,
  { action, content }: { readonly action: string; readonly content: Readonly<Record<string, unknown>> },
  message: string,
): Decision {
  const { ref, state, version } = head;
  return {
    changed: true,
    heads: [head],
    entries: [{ ref, action, content }],
    outcome: { ref, state, version, message },
  };
}

function readDate(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
