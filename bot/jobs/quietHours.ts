/** Nobody's telephone is woken by the app: no Teams delivery from 8pm to 7am in London (EXPERIENCE, Chat). */
import { LONDON } from '../domain/time/london.ts';

const evening = 20;
const morning = 7;

export function isQuiet(now: Temporal.Instant): boolean {
  const { hour } = now.toZonedDateTimeISO(LONDON);
  return hour >= evening || hour < morning;
}

/** 7am in London, today when it is still to come, or else tomorrow. */
export function nextMorning(now: Temporal.Instant): Temporal.Instant {
  const local = now.toZonedDateTimeISO(LONDON);
  const date = local.toPlainDate().add({ days: local.hour < morning ? 0 : 1 });
  return date.toZonedDateTime({ timeZone: LONDON, plainTime: { hour: morning } }).toInstant();
}
