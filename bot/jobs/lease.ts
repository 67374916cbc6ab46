/** The right to do the background work, held by one process at a time (D17). */
import type { Backroom } from '../desk/backroom.ts';

const name = 'outbox';
const seconds = 30;
const beatEvery = (seconds * 1_000) / 3;
/** Ten minutes: longer than any message takes with all its repetitions; what hangs longer must not keep others out. */
const mostBeats = 60;

export interface Lease {
  /** Takes the lease or keeps it for 30 seconds more; false while another process holds it. */
  mayGoOn(): Promise<boolean>;
  /** Keeps the lease while `work` goes on, also through one message that takes longer than the lease lasts. */
  during<T>(work: () => Promise<T>): Promise<T>;
  giveBack(): Promise<void>;
}

export function createLease(backroom: Pick<Backroom, 'takeLease'>, holder: string): Lease {
  let held = false;
  let beats = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: the store refuses the second of two writes made at once, as if another process held it. */
  const take = async (): Promise<boolean> => {
    const taking = last.then(() => backroom.takeLease(name, holder, seconds));
    last = taking.catch(() => false);
    held = await taking;
    return held;
  };
  const beat = () => {
    beats += 1;
    // A beat that fails is not the last word: the next one, or the next question, finds out.
    if (held && beats <= mostBeats) take().catch(() => undefined);
  };
  return {
    async mayGoOn() {
      beats = 0;
      return take();
    },
    async during(work) {
      const heart = setInterval(beat, beatEvery).unref();
      try {
        return await work();
      } finally {
        clearInterval(heart);
      }
    },
    async giveBack() {
      await last;
      await backroom.takeLease(name, holder, 0).catch(() => false);
    },
  };
}
