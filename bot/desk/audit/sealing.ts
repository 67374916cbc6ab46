/** Seals each scope's days once they are well over, and keeps each seal a second time outside the store (D16). */
import { londonDate, LONDON } from '../../domain/time/london.ts';
import { accessKey } from '../logAccess.ts';
import type { Office } from '../office.ts';
import type { SealRow } from '../rows.ts';
import { anchorName, anchorText } from './anchors.ts';
import { auditedScopes } from './scopes.ts';
import { countDay, firstPrevious, sealOf, windowOf } from './seal.ts';

export type SealedOne =
  | { readonly sealed: true; readonly day: string }
  /** `nothing` is due; or the anchor of that day was there already and says otherwise: somebody should look. */
  | { readonly sealed: false; readonly why: 'nothing' | 'anchorDiffers'; readonly day?: string };

export interface Sealing {
  scopes(): Promise<string[]>;
  /** Seals the oldest day that is over and not sealed yet. Safe to repeat and to do twice at once. */
  sealNext(scope: string): Promise<SealedOne>;
  /** When the next day will be over. */
  nextDue(): Temporal.Instant;
}

/**
 * A day is over two hours after midnight in London. An entry is stamped before its batch is sent, and the batch may be
 * sent again for a minute or more: what was begun before midnight must be stored, or given up, before the day is counted.
 */
const settling = { hours: 2 };
/** How far back the first access line of an area is looked for, when nothing of it has been sealed. */
const monthsBack = 12;

export function createSealing(office: Office): Sealing {
  const { records, anchors, clock } = office;
  const today = () => londonDate(clock.now());
  const overAt = (day: Temporal.PlainDate) =>
    day.add({ days: 1 }).toZonedDateTime(LONDON).toInstant().add(settling);
  const isOver = (day: Temporal.PlainDate) => Temporal.Instant.compare(clock.now(), overAt(day)) >= 0;

  return {
    scopes: () => auditedScopes(office),
    nextDue() {
      const yesterday = today().subtract({ days: 1 });
      return overAt(isOver(yesterday) ? today() : yesterday);
    },
    async sealNext(scope) {
      const newest = await records.list(scope, 'newestSeals', {}, { size: 1 });
      const last = newest.rows[0]?.row;
      const day = last
        ? Temporal.PlainDate.from(last.day).add({ days: 1 })
        : await firstDay(office, scope, today());
      if (!day || !isOver(day)) return { sealed: false, why: 'nothing' };
      const counted = await countDay(office, scope, day);
      const seal = sealOf(scope, day.toString(), counted, last?.digest ?? firstPrevious);
      // Outside first: cut off in between, the same day gives the same document again.
      const name = anchorName(scope, seal.day);
      if (
        (await anchors.append(name, anchorText(seal))) === 'there' &&
        (await anchors.read(name)) !== anchorText(seal)
      )
        return { sealed: false, why: 'anchorDiffers', day: seal.day };
      await keep(office, seal);
      return { sealed: true, day: seal.day };
    },
  };
}

/** Another process may have sealed the same day meanwhile, with the same result. */
async function keep({ records }: Office, seal: SealRow): Promise<void> {
  const result = await records.commit(seal.scope, [{ op: 'create', row: seal }]);
  if (!result.committed && result.status !== 409)
    throw new Error(`The store refused a seal with ${result.status}.`);
}

/** The day of the oldest entry or access line; undefined while there is neither. */
async function firstDay(
  { records, access }: Office,
  scope: string,
  today: Temporal.PlainDate,
): Promise<Temporal.PlainDate | undefined> {
  const since = { from: '', until: windowOf(today).until };
  const entries = await records.list(scope, 'entriesOfWindow', since, { size: 1 });
  const found = [entries.rows[0]?.row.at];
  for (let back = scope.startsWith('area:') ? monthsBack : -1; back >= 0; back -= 1) {
    const { lines } = await access.list(
      accessKey(scope, today.subtract({ months: back })),
      'linesOfWindow',
      since,
      { size: 1 },
    );
    found.push(lines[0]?.at);
    if (lines.length > 0) break;
  }
  return found
    .flatMap((at) => (at === undefined ? [] : [londonDate(Temporal.Instant.from(at))]))
    .toSorted((one, other) => Temporal.PlainDate.compare(one, other))[0];
}
