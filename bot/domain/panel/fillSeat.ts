import { isActive, type Grant } from '../../contract/roles.ts';
import { seatsInWords, type PanelSeat } from '../../contract/panel.ts';
import { advance, refuse, refuseFields, refuseStale, type Decision, type Facts } from '../decision.ts';
import { londonDate } from '../time/london.ts';
import { meetingMay, meetingMovedOn, type Meeting } from './meeting.ts';
import { seatOf, seatRoles } from './seats.ts';

/** What the rule must know of whoever is to take the seat. */
export interface Candidate {
  readonly person: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** §1.1: the seat somebody has at this meeting besides `seat`, their own or one they sat in for somebody else (MG6). */
export function otherSeatOf(meeting: Meeting, person: string, seat: PanelSeat): PanelSeat | undefined {
  const { seats, alternates } = meeting.body;
  return [seatOf(seats, person), alternates?.[person]].find((held) => held && held !== seat);
}

export const seatClaim = (meeting: string, person: string) => `seat:${meeting}:${person}`;

/** MG3, MG5: whether somebody may sit in a seat of this area's panel on a London date, and as what. */
export function fitFor(
  seat: PanelSeat,
  { grants }: Pick<Candidate, 'grants'>,
  area: string,
  today: string,
): 'office' | 'nominee' | undefined {
  const held = grants
    .filter((grant) => grant.area === area && isActive(grant, today))
    .map(({ role }) => role);
  const { office, nominees } = seatRoles[seat];
  if (held.includes(office)) return 'office';
  return nominees.some((role) => held.includes(role)) ? 'nominee' : undefined;
}

/**
 * MG3, MG5: a person takes a seat, or takes it over from `replaces`. A person holds one seat a meeting (§1.1), which
 * the claim keeps; while an item is open no seat changes hands, so that one seat's ballot is one person's.
 */
export function fillSeat(
  input: { readonly seat: PanelSeat; readonly replaces?: string | undefined },
  meeting: Meeting,
  candidate: Candidate | undefined,
  facts: Facts,
): Decision {
  if (!meetingMay('meeting.fillSeat', meeting.state)) return meetingMovedOn(meeting);
  const today = londonDate(facts.now).toString();
  const fit = candidate && fitFor(input.seat, candidate, meeting.area, today);
  if (!candidate || !fit)
    return refuseFields([
      { field: 'person', message: 'Choose somebody who may take this seat.', rule: 'MG3' },
    ]);
  const holder = meeting.body.seats[input.seat];
  if (holder?.person === candidate.person) return refuseStale(`${candidate.name} holds this seat already.`);
  if (holder?.person !== input.replaces)
    return refuseStale(
      holder ? `${holder.name} holds this seat now. Choose again.` : 'This seat is empty now. Choose again.',
    );
  if (meeting.body.openItem)
    return refuse('V4', 'An item is open. Seats change hands only between two items.');
  const other = otherSeatOf(meeting, candidate.person, input.seat);
  const alreadySits = `${candidate.name} is ${seatsInWords[other ?? input.seat]} at this meeting already.`;
  if (other) return refuse('§1.1', alreadySits, 'person');

  const { person, name } = candidate;
  const seats = { ...meeting.body.seats, [input.seat]: { person, name, nominee: fit === 'nominee' } };
  const next = advance(meeting, facts.now, { body: { ...meeting.body, seats } });
  return {
    changed: true,
    heads: [next],
    claims: [{ id: seatClaim(meeting.ref, person), rule: '§1.1', ref: meeting.ref, message: alreadySits }],
    ...(holder ? { releases: [seatClaim(meeting.ref, holder.person)] } : {}),
    entries: [
      {
        ref: meeting.ref,
        action: 'meeting.seatFilled',
        content: { seat: input.seat, person, name, ...(holder ? { replaces: holder.person } : {}) },
      },
    ],
    notices:
      person === facts.actor.person ? [] : [{ template: 'meeting.seat', ref: meeting.ref, to: { person } }],
    outcome: {
      ref: next.ref,
      state: next.state,
      version: next.version,
      message: `${name} is ${seatsInWords[input.seat]} at this meeting.`,
    },
  };
}
