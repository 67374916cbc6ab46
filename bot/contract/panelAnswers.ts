/** What the panel's questions answer. Others' votes are absent until the chair has closed the vote (DOMAIN V4). */
import { z } from 'zod';
import { direction, itemState, itemType, meetingState, motionName, panelSeat } from './panel.ts';

const label = z.string();
/** 0 to 4: how many seats have voted. Who, and how, is not said. */
const cast = z.number().int();

export const meetingRow = z.object({
  ref: z.string(),
  state: meetingState,
  stateLabel: label,
  when: label,
  mode: label,
  items: z.number().int(),
  /** The seat of whoever asks. */
  mySeat: panelSeat.optional(),
});

const seatView = z.object({
  seat: panelSeat,
  label,
  /** Absent while nobody holds the seat. */
  person: z.string().optional(),
  name: z.string().optional(),
  /** MG5: sits for the office holder. */
  nominee: z.boolean(),
  present: z.boolean(),
  mine: z.boolean(),
});

const vote = z.object({ seat: panelSeat, label, name: z.string(), direction, directionLabel: label });

/** Present once the chair has closed the vote, or the item was deferred. */
const itemResult = z.object({
  /** The result in words, such as "Carried: 3 for, 1 against." */
  words: label,
  outcome: z.object({ code: z.string(), label }).optional(),
  tally: z.object({ for: z.number().int(), against: z.number().int(), abstain: z.number().int() }).optional(),
  votes: z.array(vote).optional(),
  /** A second vote, apart from the chair's first (V7). */
  castingVote: vote.extend({ reason: z.string(), at: label }).optional(),
  /** V2: who agreed, the chair first. */
  agreedBy: z.array(z.string()).optional(),
  /** Why it was deferred or withdrawn. */
  reason: z.string().optional(),
});

export const panelItemStep = z.enum([
  'item.open',
  'item.startVote',
  'ballot.cast',
  'item.close',
  'item.castingVote',
  'item.defer',
  'item.proposeConsensus',
  'item.answerConsensus',
  'item.stepOut',
  'item.seatAlternate',
  'item.withdraw',
]);
export const meetingStepName = z.enum([
  'meeting.fillSeat',
  'item.add',
  'meeting.arrive',
  'meeting.leave',
  'meeting.start',
  'meeting.close',
]);

export const panelItem = z.object({
  ref: z.string(),
  /** Place on the agenda, from 1. */
  number: z.number().int(),
  section: label,
  type: itemType,
  typeLabel: label,
  about: z.string(),
  /** Key of the contract's `motions`. */
  motionName,
  motion: label,
  forMeans: label,
  againstMeans: label,
  state: itemState,
  stateLabel: label,
  round: z.number().int(),
  revision: z.number().int(),
  cast,
  /** How the person who asks has voted; nobody else's. */
  mine: direction.optional(),
  /** The seat of whoever asks, at this item: an alternate's, or none for who stepped out (MG6). */
  mySeat: panelSeat.optional(),
  /** V2: what the chair proposes; for those who sit there only. `agreed`: how many others have said yes. */
  consensus: z.object({ proposal: label, agreed: z.number().int(), mine: z.boolean() }).optional(),
  /** MG6: who stepped out, why, and who sits for them. */
  steppedOut: z.array(
    z.object({ seat: panelSeat, label, name: z.string(), why: label, alternate: z.string().optional() }),
  ),
  result: itemResult.optional(),
  /** What this person may do to it now. */
  steps: z.array(panelItemStep),
});
export type PanelItem = z.infer<typeof panelItem>;

export const meetingPage = z
  .object({
    ref: z.string(),
    state: meetingState,
    stateLabel: label,
    when: label,
    mode: label,
    version: z.number().int(),
    seats: z.array(seatView),
    /** MG4: all four seats are filled and present. */
    quorate: z.boolean(),
    mySeat: panelSeat.optional(),
    /** In the order of MG2, then as listed. */
    items: z.array(panelItem),
    /** The item the panel is at. */
    openItem: z.string().optional(),
    steps: z.array(meetingStepName),
  })
  .meta({ id: 'MeetingPage' });
export type MeetingPage = z.infer<typeof meetingPage>;

/** All that a card in a channel may show of an item (DOMAIN §8.1): never a direction, a tally, an outcome or a name. */
export const itemCard = z
  .object({
    ref: z.string(),
    meeting: z.string(),
    type: itemType,
    typeLabel: label,
    motion: label,
    /** What a vote for and against it would mean: the catalogue's own words. */
    forMeans: label,
    againstMeans: label,
    state: itemState,
    /** "Being discussed", "2 of 4 cast", "Tied", "Decided. Open the tab for the result.", "Deferred". */
    stateWords: label,
    cast,
    round: z.number().int(),
    revision: z.number().int(),
    /** Whether the ballot's three buttons belong on the card. */
    voting: z.boolean(),
  })
  .meta({ id: 'ItemCard' });
export type ItemCard = z.infer<typeof itemCard>;

const candidate = z.object({ person: z.string(), name: z.string(), nominee: z.boolean() });
/** Who could take each seat today (MG3, MG5): office holders first, then nominees. */
export const seatCandidates = z.object({
  seats: z.array(z.object({ seat: panelSeat, label, people: z.array(candidate) })),
});
