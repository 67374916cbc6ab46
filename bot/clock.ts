/** The one clock: nothing else reads the machine's. */
import type { Clock } from './desk/ports.ts';

export interface SettableClock extends Clock {
  /** How far it is ahead of the machine's clock, in milliseconds. */
  offset(): number;
  setOffset(milliseconds: number): void;
}

/** Runs with the machine's clock, `offset` milliseconds ahead; production never sets one (D14). */
export function createClock(offset = 0): SettableClock {
  let ahead = offset;
  return {
    now: () => Temporal.Now.instant().add({ milliseconds: ahead }),
    offset: () => ahead,
    setOffset: (milliseconds) => {
      ahead = Math.round(milliseconds);
    },
  };
}
