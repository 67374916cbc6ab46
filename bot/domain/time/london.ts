/** The zone of every business date (DOMAIN §4.1). */
export const LONDON = 'Europe/London';

/** The London calendar date of an instant: what a rule calls "the date" (§4.1). */
export function londonDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(LONDON).toPlainDate();
}

/** The last instant of a London day, 23:59:59.999 local time (§4.1). */
export function endOfLondonDay(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: LONDON, plainTime: '23:59:59.999' }).toInstant();
}
