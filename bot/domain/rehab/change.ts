/** What every step of a referral does besides its own: work lists, claims and the end. */
import type { ReferralQueue, ReferralState } from '../../contract/referral.ts';
import { advance, type Changes, type Claim, type Facts, type Head, type Notice } from '../decision.ts';
import { deadlineCatalogue } from '../time/deadlineCatalogue.ts';
import { londonDate } from '../time/london.ts';
import {
  hasEnded,
  sessionsAttended,
  type Referral,
  type ReferralBody,
  type Session,
  type Sessions,
} from './referral.ts';
import { tellPlacement } from './tellPlacement.ts';

const SLOT_MINUTES = 15;

/** Which list of work a state belongs to; an ended referral is in none. */
export const queueOf: Readonly<Record<ReferralState, ReferralQueue | undefined>> = {
  SUBMITTED: 'CALLS',
  CONTACTING: 'CALLS',
  ACCEPTED: 'TO_BOOK',
  S1_BOOKED: 'BOOKED',
  S1_DNA: 'TO_BOOK',
  S1_CANCELLED: 'TO_BOOK',
  S1_DONE: 'TO_BOOK',
  S2_BOOKED: 'BOOKED',
  S2_DNA: 'TO_BOOK',
  S2_CANCELLED: 'TO_BOOK',
  S2_DONE: 'OUTCOMES',
  DECLINED: undefined,
  UNREACHABLE: undefined,
  COMPLETED: undefined,
  COMPLETED_NO_AWARD: undefined,
  CLOSED_DNA: undefined,
  WITHDRAWN: undefined,
};

/** The referral with the fields that lists and permissions read, which follow from the rest of it. */
export function indexed(referral: Referral): Referral {
  const { queue: _queue, nextAt: _nextAt, ...rest } = referral;
  const queue = queueOf[rest.state];
  const trainers = sessionsOf(rest.body.sessions).map(({ trainer }) => trainer.person);
  return {
    ...rest,
    assignedTo: [...new Set(trainers)],
    ...(queue ? { queue, nextAt: nextAt(rest) } : {}),
  };
}

/** The next state of a referral: one version on, stamped now, its index fields anew. */
export function moveOn(
  referral: Referral,
  facts: Facts,
  next: { state?: ReferralState; body?: ReferralBody; deadlines?: Head['deadlines'] },
): Referral {
  return indexed(advance(referral, facts.now, next));
}

/** Heads, claims and effects of a change: what the new state needs and the old one did not, and the other way round. */
export function changesTo(before: Referral | undefined, after: Referral) {
  const held = before ? claimsOf(before) : [];
  const needed = claimsOf(after);
  return {
    changed: true as const,
    heads: [after],
    claims: needed.filter(({ id }) => !held.some((claim) => claim.id === id)),
    surrenders: held.filter(({ id }) => !needed.some((claim) => claim.id === id)).map(({ id }) => id),
    effects: tellPlacement(before, after),
  };
}

/**
 * Every claim a referral holds: its person's while it is open (HS-09), and each trainer's diary for its sessions, a
 * row for each quarter of an hour on the UTC line, so that the store itself refuses a double booking.
 */
export function claimsOf(referral: Referral): Claim[] {
  const { ref, state, body } = referral;
  const person = hasEnded(state)
    ? []
    : body.personHashes.map((hash) => ({
        id: `open-referral:${hash}`,
        rule: 'HS-09',
        ref,
        message: 'This person already has an open referral to the programme. Only one can be open at a time.',
        messageToReader:
          'Your practice already has an open referral of this person: {ref}. Only one can be open at a time.',
      }));
  const diary = sessionsOf(body.sessions)
    .filter(({ mark }) => mark === undefined || mark.as === 'ATTENDED')
    .flatMap((session) =>
      quartersOf(session).map((at) => ({
        id: `diary:${session.trainer.person}:${at}`,
        rule: '§4.6',
        ref,
        message: `${session.trainer.name} already has a session then. Choose another time or another trainer.`,
      })),
    );
  return [...person, ...diary];
}

/** A change into one of the last states: what is still to come is called off, the referrer is told (DL-24). */
export function end(
  referral: Referral,
  facts: Facts,
  last: {
    readonly state: ReferralState;
    readonly ended?: Omit<NonNullable<ReferralBody['ended']>, 'at'>;
    readonly body?: ReferralBody;
    readonly deadlines?: Head['deadlines'];
  },
): Omit<Changes, 'entries' | 'outcome'> {
  const body = last.body ?? referral.body;
  const at = facts.now.toString();
  const after = moveOn(referral, facts, {
    state: last.state,
    deadlines: { ...closed(last.deadlines ?? referral.deadlines), 'DL-24': reported(facts) },
    body: { ...body, sessions: onlyMarked(body.sessions), ended: { ...last.ended, at } },
  });
  const calledOff = sessionsOf(body.sessions).filter(({ mark }) => mark === undefined);
  const { award } = after.body.ended ?? {};
  return {
    ...changesTo(referral, after),
    facts: [
      {
        measure: 'referralEnded',
        ref: after.ref,
        values: { state: after.state, sessions: sessionsAttended(after), award: award !== undefined },
      },
    ],
    notices: [
      ...tellReferrer('referral.outcome', after, facts),
      ...tellTrainers('session.cancelled', after, calledOff, facts),
    ],
  };
}

export function tellReferrer(template: string, referral: Referral, facts: Facts): Notice[] {
  if (referral.createdBy === facts.actor.person) return [];
  return [{ template, ref: referral.ref, to: { person: referral.createdBy } }];
}

export function tellTrainers(
  template: string,
  referral: Referral,
  sessions: readonly Session[],
  facts: Facts,
): Notice[] {
  const people = new Set(sessions.map(({ trainer }) => trainer.person));
  people.delete(facts.actor.person);
  return [...people].map((person) => ({ template, ref: referral.ref, to: { person } }));
}

export const sessionsOf = (sessions: Sessions): Session[] =>
  [sessions[1], sessions[2]].filter((session) => session !== undefined);

function quartersOf({ start, end }: Session): string[] {
  const from = Temporal.Instant.from(start);
  const minutes = from.until(Temporal.Instant.from(end)).total('minutes');
  return Array.from({ length: minutes / SLOT_MINUTES }, (_, quarter) =>
    from.add({ minutes: quarter * SLOT_MINUTES }).toString(),
  );
}

/** When somebody should act next, as far as the record tells; else as soon as its state came about. */
function nextAt({ state, body, deadlines, updatedAt }: Referral): string {
  const known: Partial<Record<ReferralState, string | undefined>> = {
    SUBMITTED: deadlines['DL-19']?.dueOn,
    CONTACTING: body.callBackOn,
    ACCEPTED: deadlines['DL-21']?.dueOn,
    S1_DONE: deadlines['DL-22']?.dueOn,
    S1_BOOKED: body.sessions[1]?.start,
    S2_BOOKED: body.sessions[2]?.start,
  };
  return known[state] ?? londonDate(Temporal.Instant.from(updatedAt)).toString();
}

function onlyMarked(sessions: Sessions): Sessions {
  return {
    ...(sessions[1]?.mark ? { 1: sessions[1] } : {}),
    ...(sessions[2]?.mark ? { 2: sessions[2] } : {}),
  };
}

function closed(deadlines: Head['deadlines']): Head['deadlines'] {
  return Object.fromEntries(
    Object.entries(deadlines).map(([rule, deadline]) => [
      rule,
      deadline.settledAt === undefined ? { ...deadline, cancelled: true } : deadline,
    ]),
  );
}

/** DL-24 is met the moment it begins: the report is on the referral's page, and its notice leaves with this change. */
function reported(facts: Facts) {
  const dueOn = deadlineCatalogue['DL-24'].due(facts.now, facts.calendar).toString();
  return { dueOn, settledAt: facts.now.toString() };
}
