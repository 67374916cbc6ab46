/** A bank holiday of England and Wales. `date` is an ISO day, such as 2026-12-28. */
export interface BankHoliday {
  readonly date: string;
  readonly name: string;
  /** True when worked out by rule and not yet announced on GOV.UK. */
  readonly projected: boolean;
}

/** Easter Sunday of a year, by the anonymous Gregorian computus (DOMAIN §4.3). */
export function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const golden = year % 19;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const daysFromMarch = epact + weekday - 7 * correction + 114;
  return new Temporal.PlainDate(year, Math.floor(daysFromMarch / 31), (daysFromMarch % 31) + 1);
}

/**
 * The eight yearly bank holidays by the rule of DOMAIN §4.3, in date order. It knows no one-off day (a
 * coronation, a jubilee), so an announced table goes before it.
 */
export function bankHolidaysByRule(year: number): BankHoliday[] {
  const easter = easterSunday(year);
  const movable: [Temporal.PlainDate, string][] = [
    [easter.subtract({ days: 2 }), 'Good Friday'],
    [easter.add({ days: 1 }), 'Easter Monday'],
    [firstMonday(year, 5), 'Early May bank holiday'],
    [lastMonday(year, 5), 'Spring bank holiday'],
    [lastMonday(year, 8), 'Summer bank holiday'],
  ];
  const fixed: [Temporal.PlainDate, string][] = [
    [new Temporal.PlainDate(year, 1, 1), 'New Year’s Day'],
    [new Temporal.PlainDate(year, 12, 25), 'Christmas Day'],
    [new Temporal.PlainDate(year, 12, 26), 'Boxing Day'],
  ];

  // A fixed day on a weekday keeps it; only then do weekend days look for the next free weekday.
  const named = new Map<string, string>();
  for (const [date, name] of [...movable, ...fixed.filter(([date]) => !isWeekend(date))]) {
    named.set(date.toString(), name);
  }
  for (const [date, name] of fixed.filter(([date]) => isWeekend(date))) {
    named.set(nextFreeWeekday(date, named).toString(), name);
  }
  return [...named]
    .map(([date, name]) => ({ date, name, projected: true }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

/** Saturday or Sunday. */
export function isWeekend(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek > 5;
}

function nextFreeWeekday(date: Temporal.PlainDate, taken: ReadonlyMap<string, string>): Temporal.PlainDate {
  let day = date;
  while (isWeekend(day) || taken.has(day.toString())) day = day.add({ days: 1 });
  return day;
}

function firstMonday(year: number, month: number): Temporal.PlainDate {
  const first = new Temporal.PlainDate(year, month, 1);
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const last = new Temporal.PlainDate(year, month, 1).add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: last.dayOfWeek - 1 });
}
