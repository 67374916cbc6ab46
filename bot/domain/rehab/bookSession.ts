import type { ReferralBooking } from '../../contract/referral.ts';
import { askReason, refuse, refuseFields, settle, type Decision, type Facts } from '../decision.ts';
import { dateLabel, timeLabel } from '../time/labels.ts';
import { sessionWarnings, type SessionTime } from '../time/sessions.ts';
import { changesTo, moveOn, sessionsOf, tellTrainers } from './change.ts';
import { type Referral, type Session, type SessionNumber, type Sessions } from './referral.ts';
import { checkSlot, timeOf, warningWords, type FindTrainer } from './sessionSlot.ts';
import { outOfDate } from './transitions.ts';

/**
 * R8, R12, R12a: books a session, or moves one that has not begun; with session 1 a second can be held, which becomes
 * certain by itself once session 1 is attended. Trainers' diaries are claims (§4.6), so that two coordinators cannot
 * book one trainer twice.
 */
export function bookSession(
  input: ReferralBooking,
  referral: Referral,
  find: FindTrainer,
  facts: Facts,
): Decision {
  const stale = outOfDate('referral.book', input, referral, { session: input.session });
  if (stale) return stale;
  if (input.second && input.session === 2) {
    return refuseFields([
      { field: 'second', message: 'A second session can be held only while session 1 is booked.' },
    ]);
  }
  const moved = referral.body.sessions[input.session];
  if (moved && !moved.mark && hasBegun(moved, facts)) {
    return refuse('R11', 'This session has begun. Say how it went; then a new one can be booked.', 'session');
  }
  const wanted = slotsWanted(input, referral, find, facts);
  if ('changed' in wanted) return wanted;
  const warning = warningAbout(wanted, facts);
  if (warning && !input.reasons?.['§4.6']) return askReason('§4.6', warning, 'start');
  return book(input, referral, wanted, facts);
}

interface Booked {
  readonly session: Session;
  readonly time: SessionTime;
  /** Whether this command gives it its time. */
  readonly isNew: boolean;
}
type Wanted = Partial<Record<SessionNumber, Booked>>;

/** The sessions there will be, each checked, the second after the first; or why not. */
function slotsWanted(
  input: ReferralBooking,
  referral: Referral,
  find: FindTrainer,
  facts: Facts,
): Wanted | Decision {
  const { sessions } = referral.body;
  const checked = checkSlot(input, find, facts);
  if (!checked.ok) return refuseFields([checked.problem]);
  const second = input.second ? checkSlot(input.second, find, facts, 'second.') : undefined;
  if (second && !second.ok) return refuseFields([second.problem]);

  const wanted: Wanted = {
    ...kept(sessions, 1),
    ...kept(sessions, 2),
    [input.session]: { ...checked, isNew: true },
    ...(second ? { 2: { ...second, isNew: true } } : {}),
  };
  const [one, two] = [wanted[1], wanted[2]];
  if (one && two && Temporal.Instant.compare(two.time.start, one.time.end) <= 0) {
    return refuseFields([
      {
        field: second ? 'second.start' : 'start',
        rule: 'R12',
        message: `Session 2 comes after session 1, and a session lasts three hours: session 1 ${inWords(one.time)}, session 2 ${inWords(two.time)}.`,
      },
    ]);
  }
  return wanted;
}

function kept(sessions: Sessions, number: SessionNumber): Wanted {
  const session = sessions[number];
  const isOver = session?.mark !== undefined && session.mark.as !== 'ATTENDED';
  return session && !isOver ? { [number]: { session, time: timeOf(session), isNew: false } } : {};
}

/** One sentence over everything unusual that this booking brings; undefined when nothing is. */
function warningAbout(wanted: Wanted, facts: Facts): string | undefined {
  const one = wanted[1];
  const unusual = ([1, 2] as const).flatMap((number) => {
    const booked = wanted[number];
    // A session that stays where it is was judged then; only its distance to the other may have changed.
    if (!booked || (!booked.isNew && !(number === 2 && one?.isNew))) return [];
    const warnings = sessionWarnings(booked.time, facts.calendar, number === 2 ? one?.time : undefined);
    return warnings
      .filter((warning) => booked.isNew || warning.endsWith('SESSION_1'))
      .map((warning) => `session ${number} ${warningWords[warning]}`);
  });
  if (unusual.length === 0) return undefined;
  return `Unusual: ${unusual.join('; ')}. Choose another time, or give a reason.`;
}

function book(input: ReferralBooking, referral: Referral, wanted: Wanted, facts: Facts): Decision {
  const isHeld = input.session === 1 || referral.state === 'S1_BOOKED';
  const sessions: Sessions = {
    ...(wanted[1] ? { 1: wanted[1].session } : {}),
    ...(wanted[2] ? { 2: isHeld ? { ...wanted[2].session, provisional: true } : wanted[2].session } : {}),
  };
  const replaced = referral.body.sessions[input.session];
  const before = sessionsOf(referral.body.sessions).filter(({ mark }) => !mark);
  const fresh = ([1, 2] as const).flatMap((number) =>
    wanted[number]?.isNew ? [wanted[number].session] : [],
  );
  const lost = before.filter(
    ({ trainer }) => !sessionsOf(sessions).some((session) => session.trainer.person === trainer.person),
  );
  const after = moveOn(referral, facts, {
    state: input.session === 1 || referral.state === 'S1_BOOKED' ? 'S1_BOOKED' : 'S2_BOOKED',
    deadlines: input.session === 1 ? settle(referral, 'DL-21', facts.now) : referral.deadlines,
    body: { ...referral.body, sessions },
  });
  return {
    ...changesTo(referral, after),
    entries: [
      {
        ref: after.ref,
        action: 'referral.booked',
        content: {
          moved: replaced !== undefined && !replaced.mark,
          sessions: ([1, 2] as const).flatMap((number) => {
            const session = wanted[number]?.isNew ? wanted[number].session : undefined;
            return session
              ? [{ session: number, startLocal: session.startLocal, trainer: session.trainer.name }]
              : [];
          }),
          ...(input.reasons ? { reasons: input.reasons } : {}),
        },
      },
    ],
    notices: [
      ...tellTrainers('session.booked', after, fresh, facts),
      ...tellTrainers('session.cancelled', after, lost, facts),
    ],
    outcome: {
      ref: after.ref,
      state: after.state,
      version: after.version,
      message: `Booked: ${booked(wanted, sessions)}.`,
    },
  };
}

function booked(wanted: Wanted, sessions: Sessions): string {
  const parts = ([1, 2] as const).flatMap((number) => {
    const slot = wanted[number];
    if (!slot?.isNew) return [];
    const held = sessions[number]?.provisional ? ' (held)' : '';
    return [`session ${number} ${inWords(slot.time)} with ${slot.session.trainer.name}${held}`];
  });
  return parts.join('; ');
}

const inWords = ({ startLocal }: SessionTime) =>
  `on ${dateLabel(startLocal.toPlainDate())}, ${timeLabel(startLocal.toPlainTime())}`;

export function hasBegun(session: Session, facts: Facts): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(session.start), facts.now) <= 0;
}
