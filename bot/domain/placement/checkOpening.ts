/** The conditions of P1 that depend on several fields, the day or the directory. */
import type { PlacementOpening } from '../../contract/placement.ts';
import type { FieldProblem } from '../../contract/refusal.ts';
import { askReason, refuse, type Facts, type Refused } from '../decision.ts';
import { checkFreeText } from '../incident/checkFreeText.ts';
import { checkBirthDate } from '../people/birth.ts';
import type { Checked } from '../people/checked.ts';
import { parseNhsNumber } from '../people/nhsNumber.ts';
import { parsePhone } from '../people/phone.ts';
import { parsePostcode } from '../people/postcode.ts';
import { checkDay, readDay } from '../rehab/checkDay.ts';
import { londonDate } from '../time/london.ts';

/** An organisation of the directory that the form names. */
export interface KnownOrganisation {
  readonly organisation: string;
  readonly name: string;
  readonly type: string;
  readonly area: string;
}
export type FindOrganisation = (organisation: string) => KnownOrganisation | undefined;

/** Who opens placements on the grounds that need no removal form (C7). */
export const opener = 'CPT';

const elsewhere = {
  A: 'A placement on this ground follows from a removal request: the practice sends it, and registrations open the placement when they accept it.',
  E: 'The panel decides on this ground first. Put a risk item on the agenda of its next meeting.',
} as const;

/** Grounds A and E come about in other ways, and B to D are the Primary Care Team's (§3.1, eligibility grounds). */
export function checkGround({ ground }: PlacementOpening, { actor }: Facts): Refused | undefined {
  if (ground === 'A' || ground === 'E') return refuse('P1', elsewhere[ground], 'ground');
  if (actor.role === opener) return undefined;
  return refuse('P1', 'The Primary Care Team opens a placement on this ground. Ask them to open it.');
}

/** A problem for each field that needs a correction, in the order of the form. */
export function checkOpening(form: PlacementOpening, find: FindOrganisation, facts: Facts): FieldProblem[] {
  const today = londonDate(facts.now);
  return [
    ...checkDay(form.entryDate, 'entryDate', today),
    ...checkScheme(form, find, facts),
    ...problem('dob', checkBirthDate(form.dob, readDay(form.entryDate) ?? today)),
    ...checkNumber(form, facts),
    ...(form.patientPhone
      ? problem('patientPhone', parsePhone(form.patientPhone, { forPatient: true }))
      : []),
    ...checkAddress(form),
    ...checkBarred(form, find),
  ];
}

/** W-07 and W-08: what needs a reason before the placement is opened (§6.2). */
export function checkWarnings(form: PlacementOpening, facts: Facts): Refused | undefined {
  const born = checkBirthDate(form.dob, readDay(form.entryDate) ?? londonDate(facts.now));
  const young = born.ok ? born.warnings?.find(({ rule }) => !form.reasons?.[rule]) : undefined;
  if (young) return askReason(young.rule, young.message, 'dob');
  const { evidence, nhsNumberUnknown, address } = form;
  return checkFreeText({ evidence, nhsNumberUnknown, address }, form.reasons, digitsOf(form));
}

/** The NHS number as 10 digits, if it is given. */
export function digitsOf({ nhsNumber }: Pick<PlacementOpening, 'nhsNumber'>): string | undefined {
  const number = nhsNumber ? parseNhsNumber(nhsNumber, { allowTestRange: true }) : undefined;
  return number?.ok ? number.value : undefined;
}

function checkScheme({ schemeProvider }: PlacementOpening, find: FindOrganisation, { actor }: Facts) {
  const found = find(schemeProvider);
  if (found?.type === 'schemeProvider' && found.area === actor.area) return [];
  return [{ field: 'schemeProvider', message: 'Choose a scheme practice of your area.' }];
}

function checkNumber(form: PlacementOpening, facts: Facts): FieldProblem[] {
  const { nhsNumber, nhsNumberUnknown } = form;
  if (nhsNumber && nhsNumberUnknown) {
    const message = 'Give the NHS number, or say why it is not known, but not both.';
    return [{ field: 'nhsNumberUnknown', message }];
  }
  if (nhsNumber) {
    return problem('nhsNumber', parseNhsNumber(nhsNumber, { allowTestRange: facts.allowTestNumbers }));
  }
  if (nhsNumberUnknown) return [];
  const message = 'Give the NHS number. If it really is not known, say why below.';
  return [{ field: 'nhsNumber', message }];
}

/** A postcode that stands for the lack of an address needs a contact address in words (§5.5). */
function checkAddress({ address, postcode }: PlacementOpening): FieldProblem[] {
  if (!postcode) return [];
  const parsed = parsePostcode(postcode);
  if (!parsed.ok) return problem('postcode', parsed);
  if (parsed.value.pseudo === undefined || address) return [];
  const message = `This postcode means: ${parsed.value.pseudo}. Say where letters reach the patient.`;
  return [{ field: 'address', message }];
}

function checkBarred({ barredPractices }: PlacementOpening, find: FindOrganisation): FieldProblem[] {
  if (barredPractices.every((code) => find(code)?.type === 'practice')) return [];
  return [{ field: 'barredPractices', message: 'Choose practices from the list.' }];
}

const problem = (field: string, checked: Checked<unknown>): FieldProblem[] =>
  checked.ok ? [] : [{ field, message: checked.message }];
