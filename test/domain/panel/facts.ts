/** Meetings and items at any point, and what each member of the panel knows. */
import { panelSeat, type Direction, type PanelSeat } from '../../../bot/contract/panel.ts';
import type { Role } from '../../../bot/contract/roles.ts';
import type { Decision, Facts } from '../../../bot/domain/decision.ts';
import type { Ballot, Item } from '../../../bot/domain/panel/item.ts';
import type { Meeting } from '../../../bot/domain/panel/meeting.ts';
import type { SeatHolder } from '../../../bot/domain/panel/seats.ts';
import { makeReference } from '../../../bot/domain/references.ts';
import { monday } from '../../support/house.ts';
import { factsFor } from '../incident/facts.ts';

export const members: Readonly<Record<PanelSeat, { person: string; name: string; role: Role }>> = {
  CHAIR: { person: 'person-303', name: 'Margaret Ellis', role: 'HPC' },
  CONTRACTS: { person: 'person-302', name: 'Joan Mistry', role: 'CCM' },
  GP: { person: 'person-104', name: 'Helen Okafor', role: 'PGR' },
  LAY: { person: 'person-304', name: 'Arthur Penrose', role: 'PLR' },
};
export const officer = { person: 'person-301', name: 'Daniel Reyes', role: 'CPT' } as const;

let minted = 0;
export function factsOf(
  who: { person: string; name: string; role: Role },
  changes: Partial<Facts> = {},
): Facts {
  return factsFor({
    actor: { ...who, organisation: 'brookshire-icb', area: 'brookshire' },
    mintReference: (type) => {
      minted += 1;
      return makeReference(type === 'MTG' ? 'MTG' : 'ITM', 2027, minted);
    },
    ...changes,
  });
}
export const chairFacts = factsOf(members.CHAIR);

const at = monday.toString();
const head = {
  area: 'brookshire',
  organisation: 'brookshire-icb',
  createdBy: officer.person,
  createdAt: at,
  updatedAt: at,
  version: 1,
  profile: 'national-2024@1',
  deadlines: {},
} as const;

export const meetingRef = makeReference('MTG', 2027, 4711);
export const itemRef = makeReference('ITM', 2027, 4712);
export const caseRef = makeReference('INC', 2027, 4713);

export const holderOf = (seat: PanelSeat, present = true): SeatHolder => ({
  person: members[seat].person,
  name: members[seat].name,
  nominee: false,
  ...(present ? { arrivedAt: at } : {}),
});

/** A meeting of Monday 11 January 2027 with everybody there, save `away`. */
export function meetingIn(
  state: Meeting['state'],
  body: Partial<Meeting['body']> = {},
  away: readonly PanelSeat[] = [],
): Meeting {
  const seats = Object.fromEntries(
    panelSeat.options.map((seat) => [seat, holderOf(seat, !away.includes(seat))]),
  );
  return {
    ...head,
    type: 'MTG',
    ref: meetingRef,
    state,
    body: { date: '2027-01-11T14:00', mode: 'VIRTUAL', seats, listed: 1, ...body },
  };
}
/** A meeting at its one open item. */
export const atItem = (away: readonly PanelSeat[] = []) =>
  meetingIn('IN_SESSION', { openItem: itemRef }, away);

export function ballotsOf(directions: Partial<Record<PanelSeat, Direction>>): Item['body']['ballots'] {
  return Object.fromEntries(
    panelSeat.options.flatMap((seat, index): [PanelSeat, Ballot][] => {
      const direction = directions[seat];
      const { person, name } = members[seat];
      return direction ? [[seat, { direction, at, person, name, revision: index + 3 }]] : [];
    }),
  );
}

/** Ballots in the order of the seats. */
export const cast = (...directions: readonly Direction[]) =>
  ballotsOf(Object.fromEntries(panelSeat.options.map((seat, index) => [seat, directions[index]])));

export function itemIn(state: Item['state'], body: Partial<Item['body']> = {}): Item {
  return {
    ...head,
    type: 'ITM',
    ref: itemRef,
    parent: meetingRef,
    state,
    body: {
      number: 1,
      itemType: 'NEW',
      motion: 'NEW',
      about: caseRef,
      round: 1,
      revision: 6,
      ballots: cast('FOR', 'FOR', 'AGAINST', 'AGAINST'),
      ...body,
    },
  };
}

/** The item, or the meeting, in its new state. */
export function next<T extends 'ITM' | 'MTG'>(decision: Decision, type: T) {
  if (!decision.changed) throw new Error(`Refused: ${decision.refusal.message}`);
  const found = decision.heads.find((head) => head.type === type);
  if (!found) throw new Error(`No ${type} was changed.`);
  return found as T extends 'ITM' ? Item : Meeting;
}
