import { accepted, refused } from './checked.ts';
import type { Checked, Warning } from './checked.ts';

const SHORTEST = 3;
const LONGEST = 40;

// What people type into a box that will not let them pass. Those without a digit are here for completeness.
const PLACEHOLDERS = new Set(['n/a', 'na', 'none', 'tbc', 'pending', 'unknown', '0', '000', '999', '-']);

/**
 * HS-01's check of a police log number's content (DOMAIN §5.3). Each force writes its own way, so it is kept
 * as typed, trimmed. With both dates it warns (W-06) of a log made before the incident.
 */
export function checkPoliceLog(
  typed: string,
  dates: { logDate?: Temporal.PlainDate; incidentDate?: Temporal.PlainDate } = {},
): Checked<string> {
  const log = typed.trim();
  if (log === '' || PLACEHOLDERS.has(log.toLowerCase())) {
    return refused(
      'Add the police incident log number. Without it registrations cannot process the removal. If you do not have it yet, save and come back.',
    );
  }
  if (log.length < SHORTEST || log.length > LONGEST || !/[0-9]/.test(log)) {
    return refused(
      `Type the police incident log number as the police gave it: ${SHORTEST} to ${LONGEST} characters with at least one digit. If you do not have it yet, save and come back.`,
    );
  }
  return accepted(log, logDateWarnings(dates));
}

function logDateWarnings({
  logDate,
  incidentDate,
}: {
  logDate?: Temporal.PlainDate;
  incidentDate?: Temporal.PlainDate;
}): Warning[] {
  if (logDate === undefined || incidentDate === undefined) return [];
  if (Temporal.PlainDate.compare(logDate, incidentDate) >= 0) return [];
  return [
    {
      rule: 'W-06',
      message: 'The police log is dated before the incident. Check both dates, or say why they are right.',
    },
  ];
}
