import type { IncidentReport } from '../../contract/incident.ts';
import type { FieldProblem } from '../../contract/refusal.ts';
import type { Facts } from '../decision.ts';
import { checkBirthDate } from '../people/birth.ts';
import { parseNhsNumber } from '../people/nhsNumber.ts';
import { londonDate } from '../time/london.ts';

const vandalism: readonly string[] = ['VANDPREM', 'VANDVEH'];

/** What of a report could be read: all of it, or the fields that are well formed while others are not. */
type Readable = Partial<IncidentReport>;

/**
 * The conditions of DOMAIN §2.1 that depend on several fields, the day or the practice; a problem per field. What is not
 * there is not judged.
 */
export function checkReport(input: Readable, facts: Facts): FieldProblem[] {
  return [
    ...checkSite(input, facts),
    ...checkMoment(input, facts),
    ...checkWhat(input),
    ...checkPerson(input, facts),
    ...checkHelp(input),
  ];
}

function checkSite(input: Readable, facts: Facts): FieldProblem[] {
  if (input.site === undefined || facts.organisation.sites.includes(input.site)) return [];
  return [{ field: 'site', message: "Choose one of your practice's sites." }];
}

function checkMoment(input: Readable, facts: Facts): FieldProblem[] {
  if (input.incidentDate === undefined) return [];
  const date = readDate(input.incidentDate);
  if (!date) return [{ field: 'incidentDate', message: 'This day is not in the calendar. Check the date.' }];
  if (Temporal.PlainDate.compare(date, londonDate(facts.now)) > 0) {
    return [{ field: 'incidentDate', message: 'This date is in the future. Give the day it happened.' }];
  }
  if (input.incidentTime === undefined) return [];
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(input.incidentTime));
  const moment = wall.toZonedDateTime('Europe/London', { disambiguation: 'earlier' });
  if (!moment.toPlainDateTime().equals(wall)) {
    return [
      {
        field: 'incidentTime',
        message: 'The clocks went forward that night and this time did not exist. Check it.',
      },
    ];
  }
  if (Temporal.Instant.compare(moment.toInstant(), facts.now) > 0) {
    return [{ field: 'incidentTime', message: 'This time is still to come. Give the time it happened.' }];
  }
  return [];
}

function checkWhat(input: Readable): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.location === 'OTHER' && !input.locationOther) {
    problems.push({ field: 'locationOther', message: 'Say where it happened.' });
  }
  const onlyDamage = input.incidentTypes?.every((type) => vandalism.includes(type));
  if (onlyDamage === false && input.directedAt?.length === 0) {
    problems.push({ field: 'directedAt', message: 'Tick who it was directed at, verbally or physically.' });
  }
  return problems;
}

function checkPerson(input: Readable, facts: Facts): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.personKind === 'COMPANION' && !input.accompaniedPatient) {
    problems.push({
      field: 'accompaniedPatient',
      message: 'Give the name of the patient they came with, or choose "Someone not registered here".',
    });
  }
  if (input.personNhsNumber) {
    const number = parseNhsNumber(input.personNhsNumber, { allowTestRange: facts.allowTestNumbers });
    if (!number.ok) problems.push({ field: 'personNhsNumber', message: number.message });
  }
  const day = input.incidentDate === undefined ? undefined : readDate(input.incidentDate);
  if (input.personBirthDate && day) {
    const birth = checkBirthDate(input.personBirthDate, day);
    if (!birth.ok) problems.push({ field: 'personBirthDate', message: birth.message });
  }
  return problems;
}

function checkHelp(input: Readable): FieldProblem[] {
  if (input.helpMinutes === undefined || (input.helpCame && input.helpCame !== 'NOBODY')) return [];
  return [{ field: 'helpCame', message: 'Say who came, or leave the minutes empty.' }];
}

const unnamedPerson = {
  rule: '§2.1',
  message: 'You did not name the person. If you learn the name, add it to the report later.',
};

/** What a report is told but not held up by: a missing name (§2.1), a person under 18 (W-07). */
export function reportWarnings(input: IncidentReport): { rule: string; message: string }[] {
  const unnamed = !input.personName && input.personKind !== 'UNKNOWN';
  const birth = input.personBirthDate ? checkBirthDate(input.personBirthDate, input.incidentDate) : undefined;
  return [...(unnamed ? [unnamedPerson] : []), ...(birth?.ok ? (birth.warnings ?? []) : [])];
}

function readDate(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
