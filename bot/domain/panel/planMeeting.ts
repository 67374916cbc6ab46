import type { z } from 'zod';
import type { meetingPlan } from '../../contract/panel.ts';
import { refuseFields, type Decision, type Facts } from '../decision.ts';
import { dateLabel, timeLabel } from '../time/labels.ts';
import { LONDON } from '../time/london.ts';
import type { Meeting } from './meeting.ts';

/** MG1: a meeting with its date set in advance. The date is London wall time. */
export function planMeeting(input: z.output<typeof meetingPlan>, facts: Facts): Decision {
  const wall = readMoment(input.date);
  if (!wall) return refuseDate('This day is not in the calendar. Check the date.');
  const moment = wall.toZonedDateTime(LONDON, { disambiguation: 'earlier' });
  if (!moment.toPlainDateTime().equals(wall))
    return refuseDate('The clocks go forward that night and this time does not exist. Choose another.');
  if (Temporal.Instant.compare(moment.toInstant(), facts.now) <= 0)
    return refuseDate('This moment has passed. Give one that is still to come.');
  const at = facts.now.toString();
  const meeting: Meeting = {
    type: 'MTG',
    ref: facts.mintReference('MTG'),
    area: facts.actor.area,
    organisation: facts.actor.organisation,
    createdBy: facts.actor.person,
    createdAt: at,
    updatedAt: at,
    state: 'PLANNED',
    version: 1,
    profile: facts.profile,
    deadlines: {},
    body: { date: input.date, mode: input.mode, seats: {}, listed: 0 },
  };
  return {
    changed: true,
    heads: [meeting],
    entries: [
      { ref: meeting.ref, action: 'meeting.planned', content: { date: input.date, mode: input.mode } },
    ],
    outcome: {
      ref: meeting.ref,
      state: meeting.state,
      version: meeting.version,
      message: `The panel meets on ${momentInWords(meeting)}.`,
    },
  };
}

/** "Thursday 28 January 2027 at 10am", London time. */
export function momentInWords({ body }: Meeting): string {
  const wall = Temporal.PlainDateTime.from(body.date);
  return `${dateLabel(wall.toPlainDate())} at ${timeLabel(wall.toPlainTime())}`;
}

const refuseDate = (message: string) => refuseFields([{ field: 'date', message }]);

function readMoment(text: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
