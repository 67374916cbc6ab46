/** The window behind the suffix `m` (DOMAIN §1.2). */

/** Days a panel member may still read after the minutes are approved. */
const daysAfterMinutes = 30;

/** London dates; left out when it has not happened yet. */
export interface MeetingDates {
  readonly packIssuedOn?: Temporal.PlainDate;
  readonly minutesApprovedOn?: Temporal.PlainDate;
}

/** Open from the day the pack is issued until 30 days after the minutes are approved, both days included. */
export function meetingWindowOpen(meeting: MeetingDates, today: Temporal.PlainDate): boolean {
  const { packIssuedOn, minutesApprovedOn } = meeting;
  if (packIssuedOn === undefined || Temporal.PlainDate.compare(today, packIssuedOn) < 0) return false;
  if (minutesApprovedOn === undefined) return true;
  return Temporal.PlainDate.compare(today, minutesApprovedOn.add({ days: daysAfterMinutes })) <= 0;
}
