import assert from 'node:assert/strict';
import type { Conflict, PanelSeat } from '../../../bot/contract/panel.ts';
import type { Role } from '../../../bot/contract/roles.ts';
import { castBallot } from '../../../bot/domain/panel/castBallot.ts';
import { closeVote, giveCastingVote } from '../../../bot/domain/panel/concludeItem.ts';
import { fillSeat } from '../../../bot/domain/panel/fillSeat.ts';
import type { Item } from '../../../bot/domain/panel/item.ts';
import type { Meeting } from '../../../bot/domain/panel/meeting.ts';
import { openItem } from '../../../bot/domain/panel/openItem.ts';
import { seatAlternate, stepOut } from '../../../bot/domain/panel/stepOut.ts';
import { seatsAt } from '../../../bot/domain/panel/seatsAt.ts';
import { withdrawItem } from '../../../bot/domain/panel/withdrawItem.ts';
import { refusalOf } from '../incident/facts.ts';
import { atItem, cast, chairFacts, factsOf, itemIn, meetingIn, members, next, officer } from './facts.ts';

const reason = 'The papers answer every question that was asked.';
const someone = (id: number, name: string, role: Role) => ({
  person: `person-${id}`,
  name,
  role,
  grants: [{ role, organisation: 'brookshire-icb', area: 'brookshire', from: '2020-01-01' }],
});
const otherLay = someone(305, 'Joyce Amadi', 'PLR');
const deputy = someone(301, 'Daniel Reyes', 'CPT');

const out = (item: Item, seat: PanelSeat, meeting = atItem(), conflict: Conflict = 'KNOWS_PATIENT') =>
  next(stepOut({ conflict }, item, meeting, factsOf(members[seat])), 'ITM');
const seated = (item: Item, seat: PanelSeat, who: typeof otherLay, meeting: Meeting = atItem()) =>
  seatAlternate({ seat }, item, meeting, who, factsOf(officer));

describe('stepping out of an item (MG6)', () => {
  it('MG6 the seat is empty for this item, its vote is taken back, and it votes no more', () => {
    const item = out(itemIn('VOTING', { ballots: cast('FOR', 'FOR', 'AGAINST', 'AGAINST') }), 'LAY');

    assert.equal(item.state, 'VOTING');
    assert.equal(item.body.ballots.LAY, undefined);
    assert.equal(seatsAt(item, atItem()).LAY, undefined);
    const ballot = castBallot({ direction: 'FOR', revision: 7 }, item, atItem(), factsOf(members.LAY));
    assert.equal(refusalOf(ballot).rule, 'V4');
  });

  it('HS-10 nothing is opened or closed until an alternate sits there', () => {
    const listed = out(itemIn('LISTED'), 'GP', meetingIn('IN_SESSION'));
    const voting = out(itemIn('VOTING', { ballots: cast('FOR', 'FOR', 'FOR', 'FOR') }), 'GP');

    assert.equal(refusalOf(openItem(listed, meetingIn('IN_SESSION'), chairFacts)).rule, 'HS-10');
    assert.equal(refusalOf(closeVote(voting, atItem(), chairFacts)).rule, 'HS-10');
  });

  it('V2 whatever was about to be agreed is open again', () => {
    const consensus = {
      proposed: 'FOR',
      by: 'Margaret Ellis',
      at: '2027-01-11T14:01:00Z',
      confirmed: {},
    } as const;

    const item = out(itemIn('CONSENSUS', { ballots: {}, consensus }), 'LAY');

    assert.deepEqual([item.state, item.body.consensus], ['OPEN', undefined]);
  });

  it('MG6 the Primary Care Team is told that an alternate is needed, by the reference alone', () => {
    const decision = stepOut({ conflict: 'SCHEME_PROVIDER' }, itemIn('OPEN'), atItem(), factsOf(members.GP));

    assert(decision.changed);
    assert.deepEqual(
      decision.notices?.map(({ template, to }) => [template, to]),
      [['item.steppedOut', { roles: ['CPT'], organisation: 'brookshire-icb' }]],
    );
  });

  it('MG4 a member says it of their own seat; the chair and the Primary Care Team of any', () => {
    const of = (who: typeof officer | (typeof members)['GP']) =>
      stepOut({ seat: 'LAY', conflict: 'KNOWS_PATIENT' }, itemIn('OPEN'), atItem(), factsOf(who));

    assert.equal(refusalOf(of(members.GP)).rule, 'MG4');
    assert(of(members.CHAIR).changed);
    assert(of(officer).changed);
  });

  it('MG6 who has stepped out cannot do so twice, nor once the meeting is closed or the vote', () => {
    const item = out(itemIn('OPEN'), 'LAY');
    const again = stepOut({ seat: 'LAY', conflict: 'KNOWS_PATIENT' }, item, atItem(), chairFacts);
    const late = stepOut(
      { seat: 'LAY', conflict: 'KNOWS_PATIENT' },
      itemIn('LISTED'),
      meetingIn('CLOSED'),
      chairFacts,
    );
    const tied = stepOut({ seat: 'LAY', conflict: 'KNOWS_PATIENT' }, itemIn('TIED'), atItem(), chairFacts);

    for (const decision of [again, late, tied]) assert.equal(refusalOf(decision).code, 'stale');
  });

  it('MG6 it binds the person, not the seat: whoever holds the seat from then on sits there', () => {
    const item = out(itemIn('LISTED'), 'LAY', meetingIn('IN_SESSION'));
    const seats = { ...atItem().body.seats, LAY: { ...otherLay, nominee: false } };

    assert.equal(seatsAt(item, meetingIn('IN_SESSION', { seats })).LAY?.person, otherLay.person);
  });
});

describe('an alternate for one item (MG5, MG6)', () => {
  it('MG6 has every right of the seat for this item: the panel is quorate and the seat votes', () => {
    const stepped = out(itemIn('VOTING', { ballots: cast('FOR', 'FOR', 'AGAINST', 'AGAINST') }), 'LAY');
    const item = next(seated(stepped, 'LAY', otherLay), 'ITM');

    const voted = next(
      castBallot({ direction: 'FOR', revision: item.body.revision }, item, atItem(), factsOf(otherLay)),
      'ITM',
    );

    assert.equal(voted.body.ballots.LAY?.person, otherLay.person);
    assert.equal(next(closeVote(voted, atItem(), chairFacts), 'ITM').body.result?.carried, true);
  });

  it('HS-11 the alternate of the chair has the casting vote, and the chair has not', () => {
    const stepped = out(itemIn('OPEN'), 'CHAIR');
    const item: Item = { ...next(seated(stepped, 'CHAIR', deputy), 'ITM'), state: 'TIED' };
    const give = (who: typeof deputy | (typeof members)['CHAIR']) =>
      giveCastingVote({ direction: 'FOR', reason }, item, atItem(), factsOf(who));

    assert.equal(refusalOf(give(members.CHAIR)).rule, 'HS-11');
    assert.equal(next(give(deputy), 'ITM').body.castingVote?.by, deputy.person);
  });

  it('§1.1 nobody sits in two seats of a meeting, for an item or for all of it', () => {
    const stepped = out(itemIn('OPEN'), 'CHAIR');
    const holder = seated(stepped, 'CHAIR', { ...someone(302, 'Joan Mistry', 'CCM') });
    const meeting = next(seated(stepped, 'CHAIR', deputy), 'MTG');
    const elsewhere = seated(out(itemIn('OPEN'), 'CONTRACTS'), 'CONTRACTS', deputy, meeting);
    const { openItem: _openItem, ...body } = meeting.body;
    const seat = fillSeat(
      { seat: 'CONTRACTS', replaces: members.CONTRACTS.person },
      { ...meeting, body },
      deputy,
      factsOf(officer),
    );

    for (const decision of [holder, elsewhere, seat]) assert.equal(refusalOf(decision).rule, '§1.1');
  });

  it('MG5 only somebody who may hold the seat, and not whoever stepped out', () => {
    const stepped = out(itemIn('OPEN'), 'LAY');

    assert.equal(refusalOf(seated(stepped, 'LAY', deputy)).field, 'person');
    assert.equal(refusalOf(seated(stepped, 'LAY', someone(304, 'Arthur Penrose', 'PLR'))).field, 'person');
    assert.equal(
      refusalOf(seatAlternate({ seat: 'LAY' }, stepped, atItem(), undefined, chairFacts)).field,
      'person',
    );
    assert.equal(refusalOf(seated(itemIn('OPEN'), 'LAY', otherLay)).code, 'stale');
  });

  it('MG6 an alternate who cannot go on steps out, and another one may come', () => {
    const item = next(seated(out(itemIn('VOTING', { ballots: {} }), 'LAY'), 'LAY', otherLay), 'ITM');

    const left = next(stepOut({ conflict: 'KNOWS_PATIENT' }, item, atItem(), factsOf(otherLay)), 'ITM');

    assert.equal(seatsAt(left, atItem()).LAY, undefined);
    assert.equal(left.body.steppedOut?.LAY?.person, members.LAY.person);
    assert(seated(left, 'LAY', someone(306, 'Ruth Calder', 'PLR')).changed);
  });
});

describe('taking an item off the agenda', () => {
  it('keeps the item with the reason, and the panel cannot open it', () => {
    const item = next(
      withdrawItem({ reason: 'The case was closed.' }, itemIn('LISTED'), factsOf(officer)),
      'ITM',
    );

    assert.equal(item.body.withdrawal?.reason, 'The case was closed.');
    assert.equal(refusalOf(openItem(item, meetingIn('IN_SESSION'), chairFacts)).code, 'stale');
  });
});
