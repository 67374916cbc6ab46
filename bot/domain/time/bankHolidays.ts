import { bankHolidaysByRule } from './bankHolidayRule.ts';
import type { BankHoliday } from './bankHolidayRule.ts';

/** A one-off bank holiday that an administrator adds. `date` is an ISO day. */
export interface ExtraDay {
  readonly date: string;
  readonly name: string;
}

/** The bank holidays that working days are counted by. */
export interface Calendar {
  isBankHoliday(date: Temporal.PlainDate): boolean;
  /** The bank holiday on that day, with its name, or undefined. */
  bankHolidayOn(date: Temporal.PlainDate): BankHoliday | undefined;
}

const COLUMNS = [
  'New Year’s Day',
  'Good Friday',
  'Easter Monday',
  'Early May bank holiday',
  'Spring bank holiday',
  'Summer bank holiday',
  'Christmas Day',
  'Boxing Day',
] as const;

// GOV.UK bank-holidays data for England and Wales, last updated 24 November 2025 (DOMAIN §4.3). It ends with
// 2028: the two projected years follow the rule and want checking against GOV.UK each year.
const TABLE: readonly { year: number; days: readonly string[]; projected: boolean }[] = [
  announced(2023, ['01-02', '04-07', '04-10', '05-01', '05-29', '08-28', '12-25', '12-26']),
  announced(2024, ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26']),
  announced(2025, ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26']),
  announced(2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']),
  announced(2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']),
  announced(2028, ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']),
  projected(2029, ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26']),
  projected(2030, ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26']),
];

const ONE_OFF_DAYS: readonly BankHoliday[] = [
  { date: '2023-05-08', name: 'Bank holiday for the coronation of King Charles III', projected: false },
];

/** The table of DOMAIN §4.3, in date order within each year; the coronation day of 2023 comes last. */
export const tabledBankHolidays: readonly BankHoliday[] = [
  ...TABLE.flatMap(({ year, days, projected }) =>
    days.map((day, column) => ({
      date: `${year}-${day}`,
      name: COLUMNS[column] ?? 'Bank holiday',
      projected,
    })),
  ),
  ...ONE_OFF_DAYS,
];

/**
 * The calendar of England and Wales with an area's own extra days. A year outside the table (2023–2030) is
 * worked out by rule and marked projected, so that no year is taken to have no bank holidays at all; one-off
 * days of such a year are known only when given here. Throws RangeError for a date that does not exist.
 */
export function calendarOf(extraDays: readonly ExtraDay[] = []): Calendar {
  const extra = extraDays.map(({ date, name }) => ({
    date: Temporal.PlainDate.from(date).toString(),
    name,
    projected: false,
  }));
  const known = new Map([...tabledBankHolidays, ...extra].map((day) => [day.date, day]));
  const years = new Set(TABLE.map(({ year }) => year));

  function bankHolidayOn(date: Temporal.PlainDate): BankHoliday | undefined {
    if (!years.has(date.year)) {
      for (const day of bankHolidaysByRule(date.year)) {
        if (!known.has(day.date)) known.set(day.date, day);
      }
      years.add(date.year);
    }
    return known.get(date.toString());
  }
  return { bankHolidayOn, isBankHoliday: (date) => bankHolidayOn(date) !== undefined };
}

function announced(year: number, days: readonly string[]) {
  return { year, days, projected: false };
}

function projected(year: number, days: readonly string[]) {
  return { year, days, projected: true };
}
