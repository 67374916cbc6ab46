/** The worker that drains the outbox while it holds the lease (D17): any number of processes, one at work. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Random } from '../desk/ports.ts';
import { nameOf } from './conclude.ts';
import { drain } from './drain.ts';
import { createLease } from './lease.ts';
import type { MayGoOn, Work } from './ports.ts';

export interface StartOptions<M> extends Work<M> {
  readonly random: Random;
  /** Milliseconds between two looks at every scope; what is nudged is done at once. */
  readonly every: number;
  /**
   * What is to be looked after besides the outbox, at every look at everything. Each knows when it has something to do,
   * and stops where it is when it may not go on.
   */
  readonly chores?: readonly ((mayGoOn: MayGoOn) => Promise<void>)[];
}

export interface Worker {
  /** There is work in this scope. Returns at once and never throws; many nudges make one round. */
  nudge(scope: string): void;
  /** Resolves when nothing is due any more. For tests. */
  drained(): Promise<void>;
  /** Finishes the message in hand, gives the lease back and starts nothing more. */
  stop(): Promise<void>;
}

export function start<M>({ random, every, chores = [], ...work }: StartOptions<M>): Worker {
  const lease = createLease(work.backroom, random.uuid());
  const nudged = new Set<string>();
  let everywhere = false;
  let stopped = false;
  let running: Promise<void> | undefined;

  const isWanted = () => !stopped && (everywhere || nudged.size > 0);
  const mayGoOn = async () => !stopped && (await lease.mayGoOn());

  const round = async () => {
    // Lets everything this moment brings be gathered into one round.
    await nextTurn();
    const scopes = new Set([...nudged, ...(everywhere ? await work.backroom.scopes() : [])]);
    const due = everywhere ? chores : [];
    everywhere = false;
    nudged.clear();
    for (const scope of scopes) await drainOrLog(scope);
    for (const chore of due) await doOrLog(chore);
  };
  const drainOrLog = async (scope: string) => {
    try {
      await drain(work, scope, mayGoOn);
    } catch (error) {
      work.log.warn({ scope, why: nameOf(error) }, 'The outbox could not be read.');
    }
  };
  const doOrLog = async (chore: (typeof chores)[number]) => {
    try {
      // What somebody waits for comes first; the chore goes on when everything is looked at again.
      await chore(async () => nudged.size === 0 && (await mayGoOn()));
    } catch (error) {
      work.log.warn({ why: nameOf(error) }, 'A chore could not be done.');
    }
  };
  const rounds = async () => {
    try {
      while (isWanted()) await lease.during(round);
    } catch (error) {
      everywhere = false;
      work.log.warn({ why: nameOf(error) }, 'The scopes could not be read.');
    }
  };
  const wake = () => {
    running ??= rounds().finally(() => {
      running = undefined;
      if (isWanted()) wake();
    });
  };
  const idle = async (): Promise<void> => {
    if (!running) return;
    await running;
    await idle();
  };
  const lookEverywhere = () => {
    everywhere = true;
    wake();
  };

  const timer = setInterval(lookEverywhere, every).unref();
  return {
    nudge(scope) {
      nudged.add(scope);
      wake();
    },
    async drained() {
      lookEverywhere();
      await idle();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
      await lease.giveBack();
    },
  };
}
