import type { FieldProblem } from '../../contract/refusal.ts';
import type { ReferralBooking } from '../../contract/referral.ts';
import type { Facts } from '../decision.ts';
import { LONDON, londonDate } from '../time/london.ts';
import { sessionAt, type SessionTime, type SessionWarning } from '../time/sessions.ts';
import type { Session, Trainer } from './referral.ts';

/** A time and a trainer as a form gives them. */
export type SlotInput = Pick<ReferralBooking, 'trainer' | 'start' | 'fold' | 'joinLink'>;

/** The trainer of the provider with this person id, if there is one today. */
export type FindTrainer = (person: string) => Trainer | undefined;

export type CheckedSlot =
  | { readonly ok: true; readonly session: Session; readonly time: SessionTime }
  | { readonly ok: false; readonly problem: FieldProblem };

const QUARTER = 15;

/** DOMAIN §4.6: a wall time that exists and is still to come, on a quarter of an hour, with a trainer who is one. */
export function checkSlot(slot: SlotInput, find: FindTrainer, facts: Facts, within = ''): CheckedSlot {
  const wrong = (field: keyof SlotInput, message: string): CheckedSlot => ({
    ok: false,
    problem: { field: `${within}${field}`, message, rule: '§4.6' },
  });
  const local = readLocal(slot.start);
  if (!local) return wrong('start', 'This day is not in the calendar. Check the date.');
  if (local.minute % QUARTER !== 0) {
    return wrong('start', 'Sessions start on the quarter of an hour, for example 14:15.');
  }
  const time = sessionAt(local, slot.fold ? { fold: slot.fold } : {});
  if ('problem' in time) {
    return time.problem === 'ambiguous'
      ? wrong('fold', 'The clocks go back that night and this time comes twice. Say which of the two.')
      : wrong('start', 'The clocks go forward that night and this time does not exist. Choose another.');
  }
  if (Temporal.Instant.compare(time.start, facts.now) <= 0) {
    return wrong('start', 'This time has passed. Choose a time that is still to come.');
  }
  const lastDay = londonDate(facts.now).add({ years: 1 });
  if (Temporal.PlainDate.compare(local.toPlainDate(), lastDay) > 0) {
    return wrong('start', 'This is more than a year ahead. Check the year.');
  }
  const trainer = find(slot.trainer);
  if (!trainer) return wrong('trainer', "Choose one of the programme's trainers.");
  if (slot.joinLink && !isSecureLink(slot.joinLink)) {
    return wrong('joinLink', 'Give the whole link of the meeting. It begins with https://.');
  }
  return {
    ok: true,
    time,
    session: {
      trainer,
      start: time.start.toString(),
      end: time.end.toString(),
      startLocal: local.toString({ smallestUnit: 'minute' }),
      ...(slot.joinLink ? { joinLink: slot.joinLink } : {}),
    },
  };
}

/** The time of a session as kept. */
export function timeOf(session: Session): SessionTime {
  const end = Temporal.Instant.from(session.end);
  return {
    start: Temporal.Instant.from(session.start),
    end,
    startLocal: Temporal.PlainDateTime.from(session.startLocal),
    endLocal: end.toZonedDateTimeISO(LONDON).toPlainDateTime(),
  };
}

/** What is unusual about a session, as a sentence about it. */
export const warningWords: Readonly<Record<SessionWarning, string>> = {
  OUTSIDE_HOURS: 'is not between 8am and 8pm',
  WEEKEND: 'is on a weekend',
  BANK_HOLIDAY: 'is on a bank holiday',
  SAME_DAY_AS_SESSION_1: 'is on the same day as session 1',
  TOO_LONG_AFTER_SESSION_1: 'is more than 28 days after session 1',
};

function readLocal(text: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function isSecureLink(text: string): boolean {
  return /^https:\/\/[^\s/@:]+\.[^\s/@:]+(?:[/?#]\S*)?$/i.test(text) && URL.canParse(text);
}
