import type { Referral } from './referral.ts';

/**
 * Every text of a referral that may identify a patient or a member of staff, or tells of them: what must never reach a
 * channel, a notification or a log (DOMAIN §1.3, §8.1).
 */
export function identifiersOf(referral: Referral): string[] {
  const { form, calls, sessions, ended, reasons = {} } = referral.body;
  return [
    form.patientFirstName,
    form.patientLastName,
    `${form.patientFirstName} ${form.patientLastName}`,
    form.patientPhone,
    form.altPhone,
    form.dob,
    form.nhsNumber,
    form.ground3Reason,
    form.agreementTakenBy,
    form.referrerName,
    form.referrerPhone,
    form.referrerEmail,
    form.knownRisks,
    form.bestTimes,
    form.interpreterLanguage,
    form.registeredPracticePhone,
    sessions[1]?.trainer.name,
    sessions[2]?.trainer.name,
    sessions[1]?.joinLink,
    sessions[2]?.joinLink,
    ...Object.values(reasons),
    ended?.reason,
    ended?.award?.certificate,
    ...calls.flatMap(({ number, note }) => [number, note]),
  ].filter((text): text is string => text !== undefined && text !== '');
}
