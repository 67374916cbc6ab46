import assert from 'node:assert/strict';
import { setImmediate as everythingElse } from 'node:timers/promises';
import { createLimiter } from '../../bot/outbound/limits.ts';

/** A clock that only moves when somebody waits for it, and lets those who wait least go first. */
function standingClock() {
  let time = 0;
  const waiting: { readonly until: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    pause: (milliseconds: number) =>
      new Promise<void>((wake) => {
        waiting.push({ until: time + milliseconds, wake });
      }),
    /** Runs until nobody waits any more. */
    async run() {
      for (;;) {
        await everythingElse();
        const next = waiting.toSorted((a, b) => a.until - b.until)[0];
        if (!next) return;
        waiting.splice(waiting.indexOf(next), 1);
        time = Math.max(time, next.until);
        next.wake();
      }
    },
  };
}

async function timesOf(conversations: readonly string[]): Promise<Map<string, number[]>> {
  const clock = standingClock();
  const limiter = createLimiter(clock);
  const times = new Map<string, number[]>();
  const all = conversations.map(async (conversation) => {
    await limiter.turn(conversation);
    times.set(conversation, [...(times.get(conversation) ?? []), clock.now()]);
  });
  await clock.run();
  await Promise.all(all);
  return times;
}

/** The most that were sent in any stretch of so many milliseconds. */
function mostWithin(times: readonly number[], milliseconds: number): number {
  return Math.max(
    ...times.map((from) => times.filter((time) => time >= from && time < from + milliseconds).length),
  );
}

describe('limiter', () => {
  it('keeps every limit of one conversation, and no message back longer than it must', async () => {
    const times = (await timesOf(Array.from({ length: 2_000 }, () => 'a'))).get('a') ?? [];

    assert.equal(times.length, 2_000);
    assert.equal(mostWithin(times, 1_000), 7);
    assert.equal(mostWithin(times, 2_000), 8);
    assert.equal(mostWithin(times, 30_000), 60);
    assert.equal(mostWithin(times, 3_600_000), 1_800);
    assert.deepEqual(times.slice(0, 9), [0, 0, 0, 0, 0, 0, 0, 1_000, 2_000]);
  });

  it('keeps the limit of the whole app over many conversations', async () => {
    const times = await timesOf(Array.from({ length: 120 }, (_, person) => `person ${person}`));

    const all = [...times.values()].flat();
    assert.equal(mostWithin(all, 1_000), 50);
    assert.equal(Math.max(...all), 2_000);
  });

  it('lets others pass while one conversation waits', async () => {
    const times = await timesOf([...Array.from({ length: 9 }, () => 'busy'), 'quiet']);

    assert.deepEqual(times.get('quiet'), [0]);
    assert.equal(times.get('busy')?.at(-1), 2_000);
  });

  it('forgets conversations that have been silent for an hour, and starts them afresh', async () => {
    const clock = standingClock();
    const limiter = createLimiter(clock);
    await Promise.all([limiter.turn('a'), clock.run()]);
    await Promise.all([clock.pause(3_600_001), clock.run()]);

    await Promise.all([limiter.turn('b'), limiter.turn('a'), clock.run()]);

    assert.equal(clock.now(), 3_600_001);
  });
});
