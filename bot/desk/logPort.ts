/**
 * What may be written to the log (DOMAIN §8.1: ids and durations, never what a field holds). The fields and the
 * sentences are listed here; `bot/logLine.ts` takes out of every line what is not on the list or not of its shape.
 */
export interface LogFields {
  /** Which part of the app speaks. */
  readonly part?: string;
  /** What was under way. */
  readonly event?: string;
  /** Our own number of an HTTP request, its verb, and the pattern of its route. */
  readonly request?: string;
  readonly method?: string | undefined;
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly answered?: boolean;
  /** An activity or message by the id Teams gave it, and an activity's type. */
  readonly activity?: string | undefined;
  readonly message?: string | undefined;
  readonly type?: string;
  /** A row of the outbox, its scope, and how often it was tried. */
  readonly row?: string;
  readonly scope?: string;
  readonly tries?: number;
  /** The London day that was to be sealed. */
  readonly day?: string;
  /** An error's name and code, and the line of ours it came from: never its message. */
  readonly error?: string;
  readonly why?: string;
  readonly at?: string | undefined;
  /** Codes of Entra ID and of its client. */
  readonly code?: string;
  readonly entra?: string;
  /** A breach: where, of what kind, in which field, on which record. */
  readonly surface?: string;
  readonly kind?: string;
  readonly field?: string;
  readonly ref?: string;
}

/** Every sentence of the log. They have no gaps, so that nothing can be put into them. */
export const logMessages = [
  'Answered.',
  'The store was busy.',
  'A request failed.',
  'Sign-in could not be checked.',
  'No token for Microsoft Graph could be had.',
  'A turn failed.',
  'No answer was given.',
  'Not processed.',
  'A tapped button failed.',
  'A card was not edited.',
  'A message was not sent.',
  'The gate kept a message back (HS-13).',
  'The outbox could not be read.',
  'The scopes could not be read.',
  'Background work was given up.',
  'Background work failed and will be tried again.',
  'Background work could not be noted.',
  'The person in FIRST_ADMINISTRATOR is administrator now.',
  'A day could not be sealed.',
  'A form that was not sent will not be cleared away.',
  'An anchor does not agree with the store. Run: npm run verify',
  'A chore could not be done.',
  'Node warned of something.',
  'A library wrote to the console.',
  'The app came to an end by an error nobody caught.',
] as const;
export type LogMessage = (typeof logMessages)[number];

type Say = (fields: LogFields, message: LogMessage) => void;

export interface Log {
  readonly debug: Say;
  readonly info: Say;
  readonly warn: Say;
  readonly error: Say;
  /** The same log, with the part on each line. */
  child(fields: Pick<LogFields, 'part'>): Log;
}
