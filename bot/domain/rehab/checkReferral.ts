/** The conditions of DOMAIN §2.7 that depend on several fields, the day or the directory. */
import type { ReferralSubmission } from '../../contract/referral.ts';
import type { FieldProblem } from '../../contract/refusal.ts';
import type { Facts } from '../decision.ts';
import { checkBirthDate, checkProgrammeAge } from '../people/birth.ts';
import type { Checked, Warning } from '../people/checked.ts';
import { parseEmail } from '../people/email.ts';
import { identityByName, identityByNumber } from '../people/identity.ts';
import { otherNhsNumberWarning, parseNhsNumber } from '../people/nhsNumber.ts';
import { parseOdsCode } from '../people/odsCode.ts';
import { parsePhone } from '../people/phone.ts';
import { checkGroundFields } from './checkGround.ts';
import { checkDay } from './checkDay.ts';
import { londonDate } from '../time/london.ts';
import { programmeOf } from './programme.ts';
import type { ReferralForm } from './referral.ts';

/** The form with the contact of the referrer and the practice filled in from the directory. */
export function completed<T extends Partial<ReferralSubmission>>(input: T, facts: Facts, roleLabel: string) {
  const { openedAt: _openedAt, reasons: _reasons, provider: _provider, ...form } = input;
  const { organisation, actor } = facts;
  return {
    ...form,
    agreementTakenBy: form.agreementTakenBy ?? actor.name,
    referrerName: form.referrerName ?? actor.name,
    referrerRole: form.referrerRole ?? roleLabel,
    referrerPhone: form.referrerPhone ?? organisation.phone,
    referrerEmail: form.referrerEmail ?? organisation.email,
    registeredPracticeName: form.registeredPracticeName ?? organisation.name,
    registeredPracticeCode: form.registeredPracticeCode ?? organisation.odsCode,
    registeredPracticePhone: form.registeredPracticePhone ?? organisation.phone,
  };
}

/** What of a form could be read: all of it, or the fields that are well formed while others are not. */
export type Readable = Partial<ReferralForm>;

/** A problem for each field that needs a correction, in the order of the form. What is not there is not judged. */
export function checkReferral(form: Readable, facts: Facts): FieldProblem[] {
  const today = londonDate(facts.now);
  return [
    ...checkAgreement(form),
    ...checkGroundFields(form, facts),
    ...(form.agreementDate ? checkDay(form.agreementDate, 'agreementDate', today) : []),
    ...(form.patientPhone
      ? problem('patientPhone', parsePhone(form.patientPhone, { forPatient: true }))
      : []),
    ...(form.altPhone ? problem('altPhone', parsePhone(form.altPhone, { forPatient: true })) : []),
    ...checkIdentity(form, facts, today),
    ...checkReferrer(form),
    ...(form.leafletDate ? checkDay(form.leafletDate, 'leafletDate', today) : []),
    ...checkNeeds(form),
  ];
}

/** Warnings that need a reason before the referral goes (§6.2). */
export function warningsOf(form: ReferralForm): (Warning & { field: string })[] {
  const own = form.nhsNumber ? parseNhsNumber(form.nhsNumber, { allowTestRange: true }) : undefined;
  const number = own?.ok ? own.value : undefined;
  const texts = ['knownRisks', 'ground3Reason', 'bestTimes'] as const;
  const foreign = texts.flatMap((field) => {
    const warning = otherNhsNumberWarning(form[field] ?? '', number);
    return warning ? [{ ...warning, field }] : [];
  });
  const email = parseEmail(form.referrerEmail ?? '');
  const insecure = email.ok ? (email.warnings ?? []) : [];
  return [...foreign, ...insecure.map((warning) => ({ ...warning, field: 'referrerEmail' }))];
}

/** What is only told, without asking for a reason. */
export function remarksOn(form: ReferralForm): Warning[] {
  const phones = [form.patientPhone, form.altPhone].flatMap((phone) =>
    phone ? warningsIn(parsePhone(phone, { forPatient: true })) : [],
  );
  const code = form.registeredPracticeCode ? warningsIn(parseOdsCode(form.registeredPracticeCode)) : [];
  const unknown = {
    rule: '§2.7',
    message: 'You gave no NHS number. Name and date of birth are used to see whether the person is known.',
  };
  return [...phones, ...code, ...(form.nhsNumber ? [] : [unknown])];
}

/**
 * Everything the person can be found by: the number, and name and date of birth where both are known, so that a
 * second referral is noticed whichever of them it gives (HS-09).
 */
export function identitiesOf(form: ReferralForm): string[] {
  const name = `${form.patientFirstName} ${form.patientLastName}`;
  return [
    ...(form.nhsNumber ? [identityByNumber(form.nhsNumber)] : []),
    ...(form.dob ? [identityByName(name, form.dob)] : []),
  ];
}

/** HS-08: nobody is referred who has not agreed. */
function checkAgreement({ agreementConfirmed }: Readable): FieldProblem[] {
  if (agreementConfirmed !== false) return [];
  return [
    {
      field: 'agreementConfirmed',
      rule: 'HS-08',
      message: 'The programme is voluntary. Ask the patient first, and refer them once they have agreed.',
    },
  ];
}

function checkIdentity(form: Readable, facts: Facts, today: Temporal.PlainDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (form.nhsNumber) {
    const number = parseNhsNumber(form.nhsNumber, { allowTestRange: facts.allowTestNumbers });
    problems.push(...problem('nhsNumber', number));
  } else if (!form.dob) {
    problems.push({
      field: 'nhsNumber',
      message: 'Give the NHS number. If it really is not known, give the date of birth instead.',
    });
  }
  if (form.dob) {
    const born = checkBirthDate(form.dob, today);
    const { minAge } = programmeOf(facts.profile);
    problems.push(...problem('dob', born.ok ? checkProgrammeAge(form.dob, today, minAge) : born));
  }
  return problems;
}

function checkReferrer(form: Readable): FieldProblem[] {
  return [
    ...problem('referrerPhone', parsePhone(form.referrerPhone ?? '')),
    ...problem('referrerEmail', parseEmail(form.referrerEmail ?? '')),
    ...(form.registeredPracticeCode
      ? problem('registeredPracticeCode', parseOdsCode(form.registeredPracticeCode))
      : []),
    ...(form.registeredPracticePhone
      ? problem('registeredPracticePhone', parsePhone(form.registeredPracticePhone))
      : []),
  ];
}

function checkNeeds(form: Readable): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (form.interpreter === 'YES' && !form.interpreterLanguage) {
    problems.push({ field: 'interpreterLanguage', message: 'Say which language.' });
  }
  if (form.accessNeeds?.includes('NONE') && form.accessNeeds.length > 1) {
    problems.push({ field: 'accessNeeds', message: 'Tick "None" alone, or take it out.' });
  }
  return problems;
}

const problem = (field: string, checked: Checked<unknown>): FieldProblem[] =>
  checked.ok ? [] : [{ field, message: checked.message }];

const warningsIn = (checked: Checked<unknown>): readonly Warning[] =>
  checked.ok ? (checked.warnings ?? []) : [];
