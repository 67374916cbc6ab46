import type { z } from 'zod';
import { itemTypes, type itemAddition, type MotionName } from '../../contract/panel.ts';
import { advance, refuse, refuseFields, type Decision, type Facts } from '../decision.ts';
import { isMistyped, parseReference, type Reference } from '../references.ts';
import type { Item } from './item.ts';
import { meetingMay, meetingMovedOn, mostItems, type Meeting } from './meeting.ts';

type Addition = z.output<typeof itemAddition>;

/** MG2, MG9: an item on the agenda. It names its case by reference alone, and its motion is the catalogue's. */
export function addItem(input: Addition, meeting: Meeting, facts: Facts): Decision {
  // Items are added as long as seats are filled: until the meeting is closed.
  if (!meetingMay('meeting.fillSeat', meeting.state)) return meetingMovedOn(meeting);
  const about = parseReference(input.about);
  if (!about || about.type === 'MTG' || about.type === 'ITM')
    return refuseFields([{ field: 'about', message: whatIsWrongWith(input.about, about) }]);
  const motion = motionOf(input);
  if (!motion)
    return refuseFields([
      input.type === 'RISK'
        ? { field: 'purpose', message: 'Choose what the risk assessment is for.' }
        : { field: 'purpose', message: 'Only a risk assessment has a purpose. Leave it out.' },
    ]);
  if (meeting.body.listed >= mostItems)
    return refuse('A', `An agenda holds ${mostItems} items at most. Plan another meeting.`);
  const number = meeting.body.listed + 1;
  const next = advance(meeting, facts.now, { body: { ...meeting.body, listed: number } });
  const item = newItem(input, { meeting, facts, about: about.ref, motion, number });
  const line = { number, type: input.type, about: about.ref, motion };
  return {
    changed: true,
    heads: [item, next],
    entries: [
      { ref: item.ref, action: 'item.listed', content: line },
      { ref: next.ref, action: 'meeting.itemListed', content: { item: item.ref } },
    ],
    outcome: {
      ref: item.ref,
      state: item.state,
      version: item.version,
      message: `${item.ref} is on the agenda under "${itemTypes[input.type].section}".`,
    },
  };
}

function whatIsWrongWith(typed: string, about: Reference | undefined): string {
  if (about) return 'This is a reference of the panel itself. Give the reference of the case.';
  return isMistyped(typed)
    ? 'A digit of this reference is wrong, or two are swapped. Check each digit of it.'
    : 'Give the reference of the case: three letters, the year and seven digits, such as PLC-2027-4839279.';
}

function motionOf({ type, purpose }: Addition): MotionName | undefined {
  if (type === 'RISK') return purpose && `RISK:${purpose}`;
  return purpose ? undefined : type;
}

interface Listing {
  readonly meeting: Meeting;
  readonly facts: Facts;
  readonly about: string;
  readonly motion: MotionName;
  readonly number: number;
}

function newItem(input: Addition, { meeting, facts, about, motion, number }: Listing): Item {
  const at = facts.now.toString();
  return {
    type: 'ITM',
    ref: facts.mintReference('ITM'),
    parent: meeting.ref,
    area: meeting.area,
    organisation: meeting.organisation,
    createdBy: facts.actor.person,
    createdAt: at,
    updatedAt: at,
    state: 'LISTED',
    version: 1,
    profile: facts.profile,
    deadlines: {},
    body: {
      number,
      itemType: input.type,
      ...(input.purpose ? { purpose: input.purpose } : {}),
      motion,
      about,
      round: 1,
      revision: 0,
      ballots: {},
    },
  };
}
