import assert from 'node:assert/strict';
import { itemState, meetingState } from '../../../bot/contract/panel.ts';
import type { Decision } from '../../../bot/domain/decision.ts';
import { addItem } from '../../../bot/domain/panel/addItem.ts';
import { arrive, leave } from '../../../bot/domain/panel/attend.ts';
import { castBallot } from '../../../bot/domain/panel/castBallot.ts';
import { closeVote, deferItem, giveCastingVote } from '../../../bot/domain/panel/concludeItem.ts';
import { fillSeat } from '../../../bot/domain/panel/fillSeat.ts';
import type { Item } from '../../../bot/domain/panel/item.ts';
import { itemTransitions } from '../../../bot/domain/panel/itemTransitions.ts';
import { meetingTransitions, type Meeting } from '../../../bot/domain/panel/meeting.ts';
import { answerConsensus, proposeConsensus } from '../../../bot/domain/panel/consensus.ts';
import { openItem, startVote } from '../../../bot/domain/panel/openItem.ts';
import { closeMeeting, startMeeting } from '../../../bot/domain/panel/runMeeting.ts';
import { seatAlternate, stepOut } from '../../../bot/domain/panel/stepOut.ts';
import { withdrawItem } from '../../../bot/domain/panel/withdrawItem.ts';
import { refusalOf } from '../incident/facts.ts';
import { atItem, caseRef, cast, chairFacts, factsOf, itemIn, meetingIn, members, next } from './facts.ts';

const reason = 'The papers answer every question that was asked.';
const nominee = {
  person: 'person-301',
  name: 'Daniel Reyes',
  grants: [{ role: 'CPT', organisation: 'brookshire-icb', area: 'brookshire', from: '2020-01-01' }],
} as const;

const laySteppedOut = {
  LAY: { ...members.LAY, conflict: 'KNOWS_PATIENT', at: '2027-01-11T14:01:00Z' },
} as const;
/** A proposal that these seats have agreed to. */
const proposal = (...seats: readonly ('CONTRACTS' | 'GP')[]) => ({
  consensus: {
    proposed: 'FOR' as const,
    by: members.CHAIR.name,
    at: '2027-01-11T14:01:00Z',
    confirmed: Object.fromEntries(
      seats.map((seat) => [seat, { name: members[seat].name, at: '2027-01-11T14:02:00Z' }]),
    ),
  },
});
const layFacts = factsOf(members.LAY);

const layAlternate = {
  person: 'person-305',
  name: 'Joyce Amadi',
  grants: [{ role: 'PLR', organisation: 'public', area: 'brookshire', from: '2020-01-01' }],
} as const;

const meetingSteps: Readonly<Record<string, (state: Meeting['state']) => Decision>> = {
  'meeting.fillSeat': (state) =>
    fillSeat({ seat: 'CONTRACTS', replaces: 'person-302' }, meetingIn(state), nominee, chairFacts),
  'meeting.arrive': (state) => arrive({ seat: 'LAY' }, meetingIn(state, {}, ['LAY']), chairFacts),
  'meeting.leave': (state) => leave({ seat: 'LAY' }, meetingIn(state), chairFacts),
  'meeting.start': (state) => startMeeting(meetingIn(state), chairFacts),
  'meeting.close': (state) => closeMeeting(meetingIn(state), chairFacts),
};

/** Each step of an item, in surroundings where nothing but the state can be in its way. */
const itemSteps: Readonly<Record<string, readonly ((state: Item['state']) => Decision)[]>> = {
  'item.open': [(state) => openItem(itemIn(state), meetingIn('IN_SESSION'), chairFacts)],
  'item.startVote': [(state) => startVote(itemIn(state), atItem(), chairFacts)],
  'ballot.cast': [
    (state) => castBallot({ direction: 'FOR', revision: 6 }, itemIn(state), atItem(), chairFacts),
  ],
  'item.close': [
    (state) =>
      closeVote(itemIn(state, { ballots: cast('FOR', 'FOR', 'FOR', 'AGAINST') }), atItem(), chairFacts),
    (state) => closeVote(itemIn(state), atItem(), chairFacts),
    (state) =>
      closeVote(
        itemIn(state, { ballots: cast('ABSTAIN', 'ABSTAIN', 'ABSTAIN', 'ABSTAIN') }),
        atItem(),
        chairFacts,
      ),
  ],
  'item.castingVote': [
    (state) => giveCastingVote({ direction: 'FOR', reason }, itemIn(state), atItem(), chairFacts),
  ],
  'item.proposeConsensus': [
    (state) => proposeConsensus({ direction: 'FOR' }, itemIn(state), atItem(), chairFacts),
  ],
  'item.answerConsensus': [
    (state) =>
      answerConsensus({ agrees: true, revision: 6 }, itemIn(state, proposal('GP')), atItem(), layFacts),
    (state) =>
      answerConsensus(
        { agrees: true, revision: 6 },
        itemIn(state, proposal('CONTRACTS', 'GP')),
        atItem(),
        layFacts,
      ),
    (state) =>
      answerConsensus({ agrees: false, revision: 6 }, itemIn(state, proposal('GP')), atItem(), layFacts),
  ],
  'item.stepOut': [
    (state) => stepOut({ seat: 'LAY', conflict: 'KNOWS_PATIENT' }, itemIn(state), atItem(), chairFacts),
  ],
  'item.seatAlternate': [
    (state) =>
      seatAlternate(
        { seat: 'LAY' },
        itemIn(state, { steppedOut: laySteppedOut }),
        atItem(),
        layAlternate,
        chairFacts,
      ),
  ],
  'item.withdraw': [
    (state) => withdrawItem({ reason: 'It was listed at the wrong meeting.' }, itemIn(state), chairFacts),
  ],
  // The tie is deferred only once its quorum is lost (MG7).
  'item.defer': [(state) => deferItem({ reason }, itemIn(state), atItem(['LAY']), chairFacts)],
};

describe('the life cycles of a meeting and its items (§3.3)', () => {
  for (const [command, step] of Object.entries(meetingSteps)) {
    for (const state of meetingState.options) {
      const row = meetingTransitions.find((t) => t.command === command && t.from.includes(state));
      it(`${row?.id ?? 'no row'}: ${command} from ${state} ${row ? `gives ${row.to}` : 'shows the present state'}`, () => {
        const decision = step(state);

        if (row) assert.equal(next(decision, 'MTG').state, row.to === 'the same' ? state : row.to);
        else assert.equal(refusalOf(decision).code, 'stale');
      });
    }
  }

  for (const [command, steps] of Object.entries(itemSteps)) {
    for (const state of itemState.options) {
      const rows = itemTransitions.filter((t) => t.command === command && t.from.includes(state));
      const gives = rows.map(({ to }) => to);
      it(`${rows.map(({ id }) => id).join(', ') || 'no row'}: ${command} from ${state} gives ${gives.join(', ') || 'nothing'}`, () => {
        const decisions = steps.map((step) => step(state));

        if (rows.length === 0) for (const decision of decisions) assert(!decision.changed);
        else
          assert.deepEqual(
            decisions.map((decision) => next(decision, 'ITM').state).toSorted(),
            gives.map((to) => (to === 'the same' ? state : to)).toSorted(),
          );
      });
    }
  }

  it('every transition has a step in this test or makes a record', () => {
    const moves = [...meetingTransitions, ...itemTransitions].filter((t) => t.from.length > 0);
    const commands = [...new Set(moves.map(({ command }) => command))];

    assert.deepEqual(
      commands.toSorted(),
      [...Object.keys(meetingSteps), ...Object.keys(itemSteps)].toSorted(),
    );
  });

  for (const state of meetingState.options) {
    it(`MG9 an item is ${state === 'CLOSED' ? 'not ' : ''}listed at a meeting that is ${state}`, () => {
      const decision = addItem({ ref: '', type: 'NEW', about: caseRef }, meetingIn(state), chairFacts);

      if (state === 'CLOSED') assert.equal(refusalOf(decision).code, 'stale');
      else assert.equal(next(decision, 'ITM').state, 'LISTED');
    });
  }
});
