/**
 * Teams' limits on what a bot sends (learn.microsoft.com, "Optimize your bot with rate limiting"), kept before Teams
 * has to refuse. Of one process: background work has one worker at a time (D17).
 */
interface Window {
  readonly most: number;
  readonly milliseconds: number;
}

const perConversation: readonly Window[] = [
  { most: 7, milliseconds: 1_000 },
  { most: 8, milliseconds: 2_000 },
  { most: 60, milliseconds: 30_000 },
  { most: 1_800, milliseconds: 3_600_000 },
];
const perApp: readonly Window[] = [{ most: 50, milliseconds: 1_000 }];
const forgottenAfter = 3_600_000;

export interface Limiter {
  /** Returns when the next message to this conversation may leave; first come, first served within one. */
  turn(conversation: string): Promise<void>;
}

/** `now` is a clock that never jumps, in milliseconds (`performance.now`, not the demo's); `pause` waits as many. */
export function createLimiter({
  now,
  pause,
}: {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}): Limiter {
  const lanes = new Map<string, Lane>();
  const app: Lane = { sent: [], tail: Promise.resolve() };

  const clear = async (lane: Lane, windows: readonly Window[]) => {
    for (let wait = waitFor(lane, windows, now()); wait > 0; wait = waitFor(lane, windows, now())) {
      await pause(wait);
    }
  };
  const passApp = async () => {
    await clear(app, perApp);
    app.sent.push(now());
  };
  const pass = async (lane: Lane) => {
    await clear(lane, perConversation);
    app.tail = app.tail.then(passApp);
    await app.tail;
    lane.sent.push(now());
  };

  return {
    async turn(conversation) {
      for (const [id, { sent }] of lanes) {
        if ((sent.at(-1) ?? Infinity) < now() - forgottenAfter) lanes.delete(id);
      }
      const lane = lanes.get(conversation) ?? { sent: [], tail: Promise.resolve() };
      lanes.set(conversation, lane);
      lane.tail = lane.tail.then(() => pass(lane));
      await lane.tail;
    },
  };
}

interface Lane {
  /** When each message of the longest window was sent, oldest first. */
  readonly sent: number[];
  tail: Promise<void>;
}

/** Milliseconds until one more message fits into every window. */
function waitFor(lane: Lane, windows: readonly Window[], now: number): number {
  const longest = Math.max(...windows.map(({ milliseconds }) => milliseconds));
  while ((lane.sent[0] ?? Infinity) <= now - longest) lane.sent.shift();
  const waits = windows.map(
    ({ most, milliseconds }) => (lane.sent.at(-most) ?? -Infinity) + milliseconds - now,
  );
  return Math.max(0, ...waits);
}
