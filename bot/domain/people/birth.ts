import { dateLabel } from '../time/labels.ts';
import { accepted, refused } from './checked.ts';
import type { Checked } from './checked.ts';

const ADULT = 18;
const OLDEST = 120;

/** A date, or the ISO day a form gives: 1980-04-03. */
export type Day = Temporal.PlainDate | string;

/**
 * Age in whole years on a date; negative before birth. Someone born on 29 February turns a year older on
 * 1 March in other years. RangeError for a day that does not exist.
 */
export function ageOn(birthDate: Day, on: Day): number {
  return Temporal.PlainDate.from(birthDate).until(on, { largestUnit: 'years' }).years;
}

/**
 * A date of birth (DOMAIN §5.6) against the day that matters: the incident's date, or today (London) where
 * there is no incident. Warns (W-07) when the person was under 18 on that day. RangeError when `on` is no day.
 */
export function checkBirthDate(birthDate: Day, on: Day): Checked<Temporal.PlainDate> {
  const day = Temporal.PlainDate.from(on);
  const born = readDay(birthDate);
  if (born === undefined) {
    return refused('This day is not in the calendar. Check the date of birth.');
  }
  if (Temporal.PlainDate.compare(born, day) > 0) {
    return refused(`This date of birth is after ${dateLabel(day)}. Check both dates.`);
  }
  const age = ageOn(born, day);
  if (age > OLDEST) {
    return refused(`This date of birth makes the person more than ${OLDEST} years old. Check the year.`);
  }
  if (age >= ADULT) return accepted(born);
  return accepted(born, [
    {
      rule: 'W-07',
      message: `This person is under ${ADULT}. Speak to your safeguarding lead before you go on.`,
    },
  ]);
}

/**
 * Whether someone is old enough for the behaviour programme on a date (DOMAIN §5.6); the value is their age.
 * `minAge` is the profile's `rehab.minAge`. RangeError for a day that does not exist.
 */
export function checkProgrammeAge(birthDate: Day, on: Day, minAge: number = ADULT): Checked<number> {
  const age = ageOn(birthDate, on);
  if (age >= minAge) return accepted(age);
  return refused(
    `The programme is for people aged ${minAge} or over, and this person is not yet. Check the date of birth, or speak to your safeguarding lead about other help.`,
  );
}

function readDay(day: Day): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(day);
  } catch {
    return undefined;
  }
}
