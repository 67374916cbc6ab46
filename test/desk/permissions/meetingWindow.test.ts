import assert from 'node:assert/strict';
import { meetingWindowOpen } from '../../../bot/desk/permissions/meetingWindow.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('meetingWindowOpen', () => {
  const issued = { packIssuedOn: day('2027-03-01') };
  const approved = { ...issued, minutesApprovedOn: day('2027-03-20') };
  const cases = [
    ['closed before a pack is issued', {}, '2027-03-01', false],
    ['closed the day before', issued, '2027-02-28', false],
    ['open on the day the pack is issued', issued, '2027-03-01', true],
    ['open while the minutes are not approved', issued, '2028-03-01', true],
    ['open 30 days after approval', approved, '2027-04-19', true],
    ['closed 31 days after approval', approved, '2027-04-20', false],
    ['closed when minutes carry no pack', { minutesApprovedOn: day('2027-03-20') }, '2027-03-21', false],
  ] as const;

  for (const [what, meeting, today, open] of cases) {
    it(`§1.2 suffix m: ${what}`, () => {
      assert.equal(meetingWindowOpen(meeting, day(today)), open);
    });
  }
});
