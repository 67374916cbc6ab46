import fc from 'fast-check';

export function day(iso: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(iso);
}

/** Any date from 2023 to 2034: the bank-holiday table, and some years beyond it. */
export const anyDate = fc.integer({ min: 0, max: 12 * 365 }).map((days) => day('2023-01-01').add({ days }));
