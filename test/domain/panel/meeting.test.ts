import assert from 'node:assert/strict';
import { itemType, panelSeat, riskPurpose } from '../../../bot/contract/panel.ts';
import { role as roles, type Role } from '../../../bot/contract/roles.ts';
import { addItem } from '../../../bot/domain/panel/addItem.ts';
import { arrive, leave } from '../../../bot/domain/panel/attend.ts';
import { fillSeat, fitFor, seatClaim } from '../../../bot/domain/panel/fillSeat.ts';
import { mostItems } from '../../../bot/domain/panel/meeting.ts';
import { isQuorate } from '../../../bot/domain/panel/seats.ts';
import { openItem } from '../../../bot/domain/panel/openItem.ts';
import { momentInWords, planMeeting } from '../../../bot/domain/panel/planMeeting.ts';
import { closeMeeting, startMeeting } from '../../../bot/domain/panel/runMeeting.ts';
import { makeReference } from '../../../bot/domain/references.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import {
  atItem,
  caseRef,
  chairFacts,
  factsOf,
  holderOf,
  itemIn,
  itemRef,
  meetingIn,
  meetingRef,
  members,
  next,
  officer,
} from './facts.ts';

const grant = (role: Role, changes = {}) => ({
  role,
  organisation: 'anywhere',
  area: 'brookshire',
  from: '2020-01-01',
  ...changes,
});
const someone = (role: Role) => ({ person: 'person-777', name: 'Robin Vale', grants: [grant(role)] });

describe('planning a meeting (MG1)', () => {
  it('MG1 keeps the moment as London wall time and says it in words', () => {
    const meeting = next(planMeeting({ date: '2027-06-10T14:30', mode: 'VIRTUAL' }, factsOf(officer)), 'MTG');

    assert.equal(meeting.state, 'PLANNED');
    assert.equal(momentInWords(meeting), 'Thursday 10 June 2027 at 2:30pm');
  });

  for (const [date, why] of [
    ['2027-01-11T10:00', /has passed/],
    ['2027-02-30T10:00', /not in the calendar/],
    ['2027-03-28T01:30', /clocks go forward/],
  ] as const) {
    it(`MG1 refuses ${date} at its field`, () => {
      const refusal = refusalOf(planMeeting({ date, mode: 'VIRTUAL' }, factsOf(officer)));

      assert.equal(refusal.field, 'date');
      assert.match(refusal.message, why);
    });
  }
});

describe('filling a seat (MG3, MG5, §1.1)', () => {
  const may = { CHAIR: ['HPC', 'CCM', 'CPT'], CONTRACTS: ['CCM', 'HPC', 'CPT'], GP: ['PGR'], LAY: ['PLR'] };
  for (const seat of panelSeat.options) {
    it(`MG3 MG5 ${seat}: ${may[seat].join(', ')} and nobody else`, () => {
      const fit = roles.options.filter((role) => fitFor(seat, someone(role), 'brookshire', '2027-01-11'));

      assert.deepEqual(fit.toSorted(), may[seat].toSorted());
      assert.equal(fitFor(seat, someone(may[seat][0] as Role), 'brookshire', '2027-01-11'), 'office');
    });
  }

  it('MG3 a grant of another area, or one that has ended, fits nobody for a seat', () => {
    const grants = [grant('PLR', { area: 'elsewhere' }), grant('PLR', { to: '2027-01-10' })];

    assert.equal(fitFor('LAY', { grants }, 'brookshire', '2027-01-11'), undefined);
  });

  it('MG3 somebody who does not fit, or is not known, is refused at the field', () => {
    for (const candidate of [someone('PRS'), undefined]) {
      const refusal = refusalOf(
        fillSeat({ seat: 'LAY', replaces: 'person-304' }, meetingIn('PLANNED'), candidate, chairFacts),
      );

      assert.deepEqual([refusal.field, refusal.rule ?? refusal.fields?.[0]?.rule], ['person', 'MG3']);
    }
  });

  it('MG5 a nominee is marked as one, told of it, and holds the claim the one before let go', () => {
    const changes = changesOf(
      fillSeat(
        { seat: 'CHAIR', replaces: 'person-303' },
        meetingIn('PLANNED'),
        someone('CPT'),
        factsOf(officer),
      ),
    );

    assert.deepEqual(next(changes, 'MTG').body.seats.CHAIR, {
      person: 'person-777',
      name: 'Robin Vale',
      nominee: true,
    });
    assert.deepEqual(
      changes.claims?.map(({ id }) => id),
      [seatClaim(meetingRef, 'person-777')],
    );
    assert.deepEqual(changes.releases, [seatClaim(meetingRef, 'person-303')]);
    assert.deepEqual(changes.notices, [
      { template: 'meeting.seat', ref: meetingRef, to: { person: 'person-777' } },
    ]);
  });

  it('§1.1 nobody holds two seats at a meeting', () => {
    const chairAgain = { ...someone('CCM'), person: members.CHAIR.person };

    const refusal = refusalOf(
      fillSeat({ seat: 'CONTRACTS', replaces: 'person-302' }, meetingIn('PLANNED'), chairAgain, chairFacts),
    );

    assert.deepEqual([refusal.rule, refusal.field], ['§1.1', 'person']);
  });

  it('V4 no seat changes hands while an item is open', () => {
    const refusal = refusalOf(
      fillSeat({ seat: 'LAY', replaces: 'person-304' }, atItem(), someone('PLR'), chairFacts),
    );

    assert.equal(refusal.rule, 'V4');
  });

  for (const replaces of [undefined, 'person-999']) {
    it(`a seat somebody else holds by now shows who (replacing ${replaces ?? 'nobody'})`, () => {
      const refusal = refusalOf(
        fillSeat({ seat: 'LAY', replaces }, meetingIn('PLANNED'), someone('PLR'), chairFacts),
      );

      assert.equal(refusal.code, 'stale');
      assert.match(refusal.message, /Arthur Penrose holds this seat now/);
    });
  }
});

describe('presence and quorum (MG4)', () => {
  for (const seat of panelSeat.options) {
    it(`MG4 no quorum while ${seat} is away, again once it is back`, () => {
      const left = next(leave({}, meetingIn('IN_SESSION'), factsOf(members[seat])), 'MTG');
      const back = next(arrive({}, left, factsOf(members[seat])), 'MTG');

      assert.deepEqual([isQuorate(left.body.seats), isQuorate(back.body.seats)], [false, true]);
    });
  }

  it('MG4 an empty seat is no quorum', () => {
    const { GP: _nobody, ...seats } = meetingIn('IN_SESSION').body.seats;

    assert.equal(isQuorate(meetingIn('IN_SESSION', { seats }).body.seats), false);
  });

  it('MG4 the chair and the Primary Care Team speak for any seat, a member for their own only', () => {
    const meeting = meetingIn('IN_SESSION');

    assert(leave({ seat: 'LAY' }, meeting, chairFacts).changed);
    assert(leave({ seat: 'LAY' }, meeting, factsOf(officer)).changed);
    assert.equal(refusalOf(leave({ seat: 'LAY' }, meeting, factsOf(members.GP))).rule, 'MG4');
  });

  it('MG4 before the start a seat is present on the meeting’s day only', () => {
    const meeting = meetingIn('PLANNED', { date: '2027-01-12T14:00' }, ['LAY']);
    const onTheDay = factsOf(members.LAY, { now: Temporal.Instant.from('2027-01-12T00:00:00Z') });

    assert.equal(refusalOf(arrive({}, meeting, factsOf(members.LAY))).rule, 'MG4');
    assert(arrive({}, meeting, onTheDay).changed);
  });

  it('MG4 arriving twice, or leaving twice, says so', () => {
    assert.equal(refusalOf(arrive({}, meetingIn('IN_SESSION'), chairFacts)).code, 'stale');
    assert.equal(refusalOf(leave({}, meetingIn('IN_SESSION', {}, ['CHAIR']), chairFacts)).code, 'stale');
  });

  it('MG4 somebody without a seat says which they mean, and an empty one is not there', () => {
    const { LAY: _nobody, ...seats } = meetingIn('IN_SESSION').body.seats;
    const meeting = meetingIn('IN_SESSION', { seats });

    assert.equal(refusalOf(arrive({}, meeting, factsOf(officer))).field, 'seat');
    assert.equal(refusalOf(arrive({ seat: 'LAY' }, meeting, factsOf(officer))).field, 'seat');
  });
});

describe('running a meeting', () => {
  it('MG5 the chair alone starts and closes it, and is present by starting it', () => {
    const meeting = meetingIn('PLANNED', {}, ['CHAIR', 'GP']);

    const started = next(startMeeting(meeting, chairFacts), 'MTG');

    assert.ok(started.body.seats.CHAIR?.arrivedAt);
    assert.deepEqual(started.body.seats.GP, holderOf('GP', false));
    for (const facts of [factsOf(officer), factsOf(members.GP)]) {
      assert.equal(refusalOf(startMeeting(meeting, facts)).rule, 'MG5');
      assert.equal(refusalOf(closeMeeting(started, facts)).rule, 'MG5');
    }
  });

  it('MG7 it is not closed over an open item', () => {
    const refusal = refusalOf(closeMeeting(atItem(), chairFacts));

    assert.equal(refusal.rule, 'MG7');
    assert.match(refusal.message, new RegExp(itemRef));
  });

  it('V1 an item opens in session, with quorum, one at a time, and gets one card', () => {
    const item = itemIn('LISTED', { ballots: {}, revision: 0 });
    const open = (meeting: Parameters<typeof openItem>[1]) => openItem(item, meeting, chairFacts);

    const changes = changesOf(open(meetingIn('IN_SESSION')));

    assert.deepEqual(changes.posts, [item.ref]);
    assert.equal(next(changes, 'MTG').body.openItem, item.ref);
    assert.equal(refusalOf(open(meetingIn('PLANNED'))).rule, 'V1');
    assert.equal(refusalOf(open(atItem())).rule, 'V1');
    assert.equal(refusalOf(open(meetingIn('IN_SESSION', {}, ['LAY']))).rule, 'HS-10');
    assert.equal(refusalOf(openItem(item, meetingIn('IN_SESSION'), factsOf(officer))).rule, 'MG5');
  });
});

describe('listing an item (MG2, MG9)', () => {
  for (const type of itemType.options) {
    for (const purpose of [undefined, ...riskPurpose.options]) {
      const fits = (type === 'RISK') === (purpose !== undefined);
      it(`MG2 ${type} ${purpose ? `for ${purpose}` : 'without a purpose'} is ${fits ? 'listed with its motion' : 'refused'}`, () => {
        const decision = addItem(
          { ref: meetingRef, type, about: caseRef, purpose },
          meetingIn('PLANNED'),
          chairFacts,
        );

        if (fits) assert.equal(next(decision, 'ITM').body.motion, purpose ? `RISK:${purpose}` : type);
        else assert.equal(refusalOf(decision).field, 'purpose');
      });
    }
  }

  for (const about of ['Maurice Tindall', 'INC-2027-0000000', meetingRef, makeReference('ITM', 2027, 5)]) {
    it(`HS-13 an item is about a case by its reference, not about "${about}"`, () => {
      const decision = addItem({ ref: meetingRef, type: 'NEW', about }, meetingIn('PLANNED'), chairFacts);

      assert.equal(refusalOf(decision).field, 'about');
    });
  }

  for (const [about, message] of [
    ['Maurice Tindall', /^Give the reference of the case: three letters, .* PLC-2027-4839279\.$/],
    ['PLC-27-4839279', /^Give the reference of the case: /],
    ['PLC-2027-4839278', /^A digit of this reference is wrong, or two are swapped\./],
    ['plc 2027 4839297', /^A digit of this reference is wrong, or two are swapped\./],
    [meetingRef, /^This is a reference of the panel itself\./],
  ] as const) {
    it(`MG9 says what is wrong with "${about}"`, () => {
      const decision = addItem({ ref: meetingRef, type: 'NEW', about }, meetingIn('PLANNED'), chairFacts);

      assert.match(refusalOf(decision).message, message);
    });
  }

  it('an agenda has an end', () => {
    const full = meetingIn('PLANNED', { listed: mostItems });

    const decision = addItem({ ref: meetingRef, type: 'NEW', about: caseRef }, full, chairFacts);

    assert.equal(refusalOf(decision).rule, 'A');
  });
});

describe('opening a meeting (MG5)', () => {
  it('MG5 is refused before the London day it is planned for, whoever is there', () => {
    const planned = meetingIn('PLANNED');
    const meeting = { ...planned, body: { ...planned.body, date: '2027-01-12T10:00' } };
    const at = (now: string) => ({ ...chairFacts, now: Temporal.Instant.from(now) });

    const refusal = refusalOf(startMeeting(meeting, at('2027-01-11T23:59:59Z')));

    assert.deepEqual(
      [refusal.rule, refusal.message],
      ['MG5', 'The panel meets on Tuesday 12 January 2027. Open the meeting then.'],
    );
    assert.equal(next(startMeeting(meeting, at('2027-01-12T00:00:00Z')), 'MTG').state, 'IN_SESSION');
  });
});
