/** Which patients a report is about, by what they are found by (DOMAIN §2.1, §10). */
import type { IncidentReport } from '../../contract/incident.ts';
import { identityByName, identityByNumber } from '../people/identity.ts';
import { findNhsNumbers } from '../people/nhsNumber.ts';

type Named = Partial<
  Pick<IncidentReport, 'personName' | 'personBirthDate' | 'personNhsNumber' | 'accompaniedPatient'>
>;

/**
 * Identities of whoever did it and of the patient they came with. Both the NHS number and name with date of birth count:
 * somebody who asks for their data may know one of them only. Whoever is named without either cannot be found.
 */
export function identitiesInReport(report: Named): {
  readonly reported: readonly string[];
  readonly accompanied: readonly string[];
} {
  const { personName, personBirthDate, personNhsNumber, accompaniedPatient } = report;
  return {
    reported: [
      ...(personNhsNumber ? [identityByNumber(personNhsNumber)] : []),
      ...(personName && personBirthDate ? [identityByName(personName, personBirthDate)] : []),
    ],
    accompanied: accompaniedPatient ? identitiesInText(accompaniedPatient) : [],
  };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const isoDay = /\b(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})\b/;
const slashedDay = /\b(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>\d{4})\b/;
const spelledDay = /\b(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?<month>[A-Za-z]{3,9})\.?,?\s+(?<year>\d{4})\b/;
/** What people write between a name and a date of birth. */
const bornWords = /[\s,;:(–-]*(?:d\.?o\.?b\.?|born|date of birth|nhs(?: number| no\.?)?)?[\s,;:(–-]*$/i;

/** The field is one line, "Ann Tindall, 3 May 1980, 999 000 0018": the numbers in it, and the name before the date. */
function identitiesInText(text: string): string[] {
  const found = [isoDay, slashedDay, spelledDay].map((pattern) => pattern.exec(text)).find(Boolean);
  const birthDate = found?.groups && dayFrom(found.groups);
  const [before = ''] = text.split(/\d/);
  const name = before.replace(bornWords, '');
  return [
    ...findNhsNumbers(text).map((number) => identityByNumber(number)),
    ...(name.trim() && birthDate ? [identityByName(name, birthDate)] : []),
  ];
}

function dayFrom({ year, month = '', day }: Readonly<Record<string, string>>): string | undefined {
  const number = /^\d+$/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  try {
    const fields = { year: Number(year), month: number, day: Number(day) };
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}
