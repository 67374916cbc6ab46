import type { Placement } from './placement.ts';

/**
 * Every text of a placement that may identify the patient, or tells of them: what must never reach a channel, a
 * notification or a log (DOMAIN §1.3, §8.1).
 */
export function identifiersOf({ body: { patient, evidence, reasons } }: Placement): string[] {
  return [
    patient.patientFirstName,
    patient.patientLastName,
    `${patient.patientFirstName} ${patient.patientLastName}`,
    patient.dob,
    patient.nhsNumber,
    patient.nhsNumberUnknown,
    patient.patientPhone,
    patient.address,
    patient.postcode,
    evidence,
    ...Object.values(reasons ?? {}),
  ].filter((text): text is string => text !== undefined && text !== '');
}
