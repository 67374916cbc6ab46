/** How much of a request is read, and how long it is waited for. */
export interface Limits {
  /** Bytes of a body sent to the API. Default 64 KB: the longest form is a tenth of that. */
  readonly apiBytes: number;
  /** Bytes of an activity from Teams. Default 256 KB: Teams sends 100 KB at most, plus its own wrapping. */
  readonly activityBytes: number;
  /** Milliseconds for a whole body to arrive. Default 10,000. */
  readonly bodyTime: number;
  /** Milliseconds for the headers to arrive. Default 10,000; Node looks every 30 seconds. */
  readonly headersTime: number;
  /** Milliseconds a connection may be silent. Default 30,000; longer than any answer takes. */
  readonly idleTime: number;
  /** Requests under way at a time; what comes on top is asked to come again. Default 500. */
  readonly atOnce: number;
  /** Open connections; what comes on top is hung up on. Default 1,000. */
  readonly connections: number;
}

export const defaultLimits: Limits = {
  apiBytes: 64 * 1024,
  activityBytes: 256 * 1024,
  bodyTime: 10_000,
  headersTime: 10_000,
  idleTime: 30_000,
  atOnce: 500,
  connections: 1_000,
};

/** Deeper JSON is an attack: code that walks it would run out of stack. An Adaptive Card needs about 20 levels. */
export const deepest = 50;
