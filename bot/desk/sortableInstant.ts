/**
 * An instant as text that sorts as time does: always in milliseconds. Temporal's own text leaves noughts out at the end,
 * and "…05.12Z" sorts after "…05.123Z".
 */
export const sortableInstant = (instant: Temporal.Instant): string =>
  instant.toString({ smallestUnit: 'millisecond' });
