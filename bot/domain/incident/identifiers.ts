import type { Incident } from './incident.ts';

/**
 * Every text of an incident that may identify a patient or a member of staff, or tells what happened: what must
 * never reach a channel, a notification or a log (DOMAIN §1.3, §8.1).
 */
export function identifiersOf(incident: Incident): string[] {
  const { report, reporterName, reviewer, feedback } = incident.body;
  return [
    report.personName,
    report.personNhsNumber,
    report.personBirthDate,
    report.accompaniedPatient,
    report.peopleAffected,
    report.witnesses,
    report.onBehalfOf,
    report.fearForSafetyWho,
    report.locationOther,
    report.narrative,
    ...Object.values(incident.body.reasons ?? {}),
    reporterName,
    reviewer?.name,
    feedback?.by,
    feedback?.text,
  ].filter((text): text is string => text !== undefined && text !== '');
}
