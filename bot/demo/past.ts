import type { SettableClock } from '../clock.ts';
import { LONDON, londonDate } from '../domain/time/london.ts';

export interface Past {
  /** Sets the clock to a London wall time so many days before today; before a load it may also lie ahead. */
  readonly at: (daysAgo: number, time: string) => void;
  readonly dayBefore: (daysAgo: number) => Temporal.PlainDate;
}

/** Lets things happen on the days they happened on; the clock is put back whatever comes of it. */
export async function inThePast(clock: SettableClock, happen: (past: Past) => Promise<void>): Promise<void> {
  const present = clock.offset();
  const now = clock.now();
  const dayBefore = (daysAgo: number) => londonDate(now).subtract({ days: daysAgo });
  try {
    await happen({
      dayBefore,
      at: (daysAgo, time) => {
        const moment = dayBefore(daysAgo).toZonedDateTime({ timeZone: LONDON, plainTime: time }).toInstant();
        clock.setOffset(present + moment.since(now).total('milliseconds'));
      },
    });
  } finally {
    clock.setOffset(present);
  }
}
