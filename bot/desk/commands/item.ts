import { castBallot } from '../../domain/panel/castBallot.ts';
import { closeVote, deferItem, giveCastingVote } from '../../domain/panel/concludeItem.ts';
import { openItem, startVote } from '../../domain/panel/openItem.ts';
import { answerConsensus, proposeConsensus } from '../../domain/panel/consensus.ts';
import { seatAlternate, stepOut } from '../../domain/panel/stepOut.ts';
import { withdrawItem } from '../../domain/panel/withdrawItem.ts';
import { areaOf } from '../authorise.ts';
import { directory } from '../office.ts';
import { asItem, asMeeting, seated } from '../panelRecords.ts';
import type { CommandSpecs } from '../spec.ts';
import { tidyReference } from '../tidyReference.ts';

const inItsMeeting = seated('ITM', 'MTG');

/** An item is always decided on together with its meeting: who sits where, and who is there, is written on that. */
const anItem = {
  scope: areaOf,
  subject: inItsMeeting,
  refs: (input: { readonly ref: string; readonly meeting: string }) => [
    tidyReference(input.ref),
    tidyReference(input.meeting),
  ],
};
const byTheChair = { ...anItem, object: 'decision', action: 'D' } as const;

export const itemCommands = {
  'item.withdraw': {
    ...anItem,
    object: 'meeting',
    action: 'C',
    decide: ({ input, heads: [item], facts }) => withdrawItem(input, asItem(item), facts),
  },
  'item.stepOut': {
    ...anItem,
    object: 'attendance',
    action: 'U',
    decide: ({ input, heads: [item, meeting], facts }) =>
      stepOut(input, asItem(item), asMeeting(meeting), facts),
  },
  'item.seatAlternate': {
    ...anItem,
    object: 'meeting',
    action: 'U',
    rows: (input) => [{ kind: 'person', id: `person:${input.person}`, scope: directory }],
    decide: ({ input, heads: [item, meeting], row, facts }) =>
      seatAlternate(
        input,
        asItem(item),
        asMeeting(meeting),
        row('person', `person:${input.person}`)?.row,
        facts,
      ),
  },
  'item.proposeConsensus': {
    ...byTheChair,
    decide: ({ input, heads: [item, meeting], facts }) =>
      proposeConsensus(input, asItem(item), asMeeting(meeting), facts),
  },
  'item.answerConsensus': {
    ...anItem,
    object: 'ownBallot',
    action: 'C',
    decide: ({ input, heads: [item, meeting], facts }) =>
      answerConsensus(input, asItem(item), asMeeting(meeting), facts),
  },
  'item.open': {
    ...byTheChair,
    decide: ({ heads: [item, meeting], facts }) => openItem(asItem(item), asMeeting(meeting), facts),
  },
  'item.startVote': {
    ...byTheChair,
    decide: ({ heads: [item, meeting], facts }) => startVote(asItem(item), asMeeting(meeting), facts),
  },
  'ballot.cast': {
    ...anItem,
    object: 'ownBallot',
    action: 'C',
    decide: ({ input, heads: [item, meeting], facts }) =>
      castBallot(input, asItem(item), asMeeting(meeting), facts),
  },
  'item.close': {
    ...byTheChair,
    decide: ({ heads: [item, meeting], facts }) => closeVote(asItem(item), asMeeting(meeting), facts),
  },
  'item.castingVote': {
    ...anItem,
    object: 'castingVote',
    action: 'C',
    // Whether it is tied is HS-11's to say, in its own words; the refusal is audited either way.
    subject: (...about) => ({ ...inItsMeeting(...about), facts: ['tied'] }),
    decide: ({ input, heads: [item, meeting], facts }) =>
      giveCastingVote(input, asItem(item), asMeeting(meeting), facts),
  },
  'item.defer': {
    ...byTheChair,
    decide: ({ input, heads: [item, meeting], facts }) =>
      deferItem(input, asItem(item), asMeeting(meeting), facts),
  },
} satisfies Partial<CommandSpecs>;
