import assert from 'node:assert/strict';
import { referralState } from '../../../bot/contract/referral.ts';
import type { Person } from '../../../bot/desk/caller.ts';
import { rowOf, statusOf } from '../../../bot/desk/questions/referralViews.ts';
import { hasEnded } from '../../../bot/domain/rehab/referral.ts';
import { at, referralIn } from '../../domain/rehab/referrals.ts';
import { openHouse, people, setTime, type House } from '../../support/house.ts';
import { anyDay, fileReferral, must } from '../../support/referrals.ts';

const now = at('2027-01-11T10:00:00Z');

describe('a referral in words', () => {
  for (const state of referralState.options) {
    it(`${state} says what comes next in a whole sentence, and its line in a list says the same`, () => {
      const base = referralIn(state, hasEnded(state) ? { ended: { at: now.toString() } } : {});
      const dates = { 'DL-21': { dueOn: '2027-02-08' }, 'DL-22': { dueOn: '2027-02-17' } };
      const referral = { ...base, deadlines: { ...base.deadlines, ...dates } };

      const status = statusOf(referral, 'person-103', now);

      assert.match(status.next, /^[A-Z].{10,}\.$/);
      assert.doesNotMatch(status.next, /undefined|null|NaN/);
      assert.equal(rowOf(referral, now).next, status.next);
      assert.equal(status.outcome !== undefined, hasEnded(state));
    });
  }

  it('says that a call is late once its day has passed', () => {
    const waiting = referralIn('SUBMITTED');

    assert.match(
      statusOf(waiting, 'person-103', at('2027-01-06T10:00:00Z')).next,
      /^The patient is still to be rung, by/,
    );
    assert.match(statusOf(waiting, 'person-103', at('2027-01-07T10:00:00Z')).next, /^This is late/);
  });
});

describe('what is still to be done is not said as if it were done', () => {
  const said = {
    ACCEPTED: 'The first session is still to be offered, by Monday 8 February 2027 (in 20 working days).',
    S1_DNA: 'Session 1 is still to be booked again.',
    S2_CANCELLED: 'Session 2 is still to be booked again.',
    S2_DONE: 'The award is still to be recorded.',
  } as const;
  for (const [state, words] of Object.entries(said)) {
    it(`${state}: ${words}`, () => {
      const base = referralIn(state as keyof typeof said);
      const referral = { ...base, deadlines: { 'DL-21': { dueOn: '2027-02-08' } } };

      assert.equal(statusOf(referral, 'person-103', now).next, words);
    });
  }

  for (const [state, session, day] of [
    ['S1_BOOKED', 1, '2027-01-20'],
    ['S2_BOOKED', 2, '2027-01-27'],
  ] as const) {
    it(`${state}: a session whose time has passed is said to have no result yet`, () => {
      const next = (time: string) => statusOf(referralIn(state), 'person-103', at(`${day}T${time}Z`)).next;

      assert.match(next('12:59:59'), new RegExp(`^Session ${session} is on `));
      assert.match(next('13:00:00'), new RegExp(`^Session ${session} was on .* It has no result yet\\.$`));
    });
  }
});

describe('the page of a referral that saw everything', () => {
  let house: House;
  let ref: string;
  const { coordinator, trainer, otherTrainer } = people;
  before(async () => {
    house = await openHouse();
    const { desk, clock } = house;
    ref = await fileReferral(desk, {
      safeToLeaveMessage: true,
      bestTimes: 'After 4pm',
      preferredTimes: ['MON_PM'],
    });
    const step = (
      name: Parameters<typeof must>[2],
      input: Record<string, unknown>,
      who: Person = coordinator,
    ) => must(desk, who, name, { ref, ...input });
    const go = (moment: string) => setTime(clock, Temporal.Instant.from(moment));
    await step('referral.logAttempt', { outcome: 'NO_ANSWER', note: 'Rang twice.' });
    await step('referral.logAttempt', { outcome: 'SPOKE_ACCEPTED', accessConfirmed: true });
    await step('referral.book', { session: 1, trainer: trainer.person, start: '2027-01-13T10:00' });
    await step('referral.book', { session: 2, trainer: otherTrainer.person, start: '2027-01-20T10:00' });
    await step('referral.book', { session: 1, trainer: trainer.person, start: '2027-01-14T10:00' });
    await step('referral.cancelSession', { session: 1, by: 'PATIENT', reason: 'Ill that day.' });
    await step('referral.book', { session: 1, trainer: trainer.person, start: '2027-01-15T10:00' });
    go('2027-01-15T11:00:00Z');
    await step('referral.markAttendance', { session: 1, mark: 'DNA' }, trainer);
    await step('referral.book', { session: 1, trainer: trainer.person, start: '2027-01-18T10:00' });
    go('2027-01-18T12:00:00Z');
    await step('referral.markAttendance', { session: 1, mark: 'PARTIAL', minutes: 60 }, trainer);
    await step('referral.book', {
      session: 1,
      trainer: trainer.person,
      start: '2027-01-19T10:00',
      second: { trainer: otherTrainer.person, start: '2027-01-20T10:00' },
      reasons: anyDay,
    });
  });
  after(() => house.close());

  const page = async (who: { readonly person: string }) => {
    const asked = await house.desk.ask(who, { name: 'referral.page', input: { ref } });
    assert.ok(asked.answered);
    return asked.answer;
  };

  it('tells the coordinator every step in the order it was taken, with its reasons', async () => {
    const { timeline } = await page(coordinator);

    assert.deepEqual(
      timeline.filter(({ ahead }) => !ahead).map(({ what }) => what),
      [
        'Referral sent',
        'Call: No answer',
        'Call: Spoke: the patient will take part',
        'Booked: session 1 on Wednesday 13 January 2027 at 10am',
        'Booked: session 2 on Wednesday 20 January 2027 at 10am',
        'Moved: session 1 on Thursday 14 January 2027 at 10am',
        'Session 1 called off. Who: The patient',
        'Booked: session 1 on Friday 15 January 2027 at 10am',
        'Session 1: Did not attend',
        'Booked: session 1 on Monday 18 January 2027 at 10am',
        'Session 1: Part of it',
        'Booked: session 1 on Tuesday 19 January 2027 at 10am; session 2 on Wednesday 20 January 2027 at 10am',
      ],
    );
    const texts = timeline.flatMap(({ text }) => text ?? []);
    assert.deepEqual(texts, ['Rang twice.', 'Ill that day.']);
  });

  it('tells the practice the same without calls, reasons and the names of the programme’s staff', async () => {
    const { timeline } = await page(people.manager);

    assert.equal(timeline.filter(({ ahead }) => !ahead).length, 10);
    assert.deepEqual(
      timeline.flatMap(({ text }) => text ?? []),
      [],
    );
    assert.deepEqual(
      new Set(timeline.map(({ who }) => who)),
      new Set(['Priya Shah', 'Programme coordinator', 'Programme trainer']),
    );
  });

  it('offers the coordinator what can be done now, session by session', async () => {
    const early = await page(coordinator);
    setTime(house.clock, Temporal.Instant.from('2027-01-19T10:10:00Z'));
    const begun = await page(coordinator);

    assert.deepEqual([early.bookable, early.cancellable, early.markable], [[1, 2], [1, 2], []]);
    assert.deepEqual([begun.bookable, begun.cancellable, begun.markable], [[2], [2], [1]]);
    assert.deepEqual(begun.steps, [
      'referral.book',
      'referral.cancelSession',
      'referral.markAttendance',
      'referral.close',
    ]);
  });

  it('says when to ring, what may be said, and what the patient needs', async () => {
    const { facts } = await page(coordinator);

    const fact = (label: string) => facts.find((line) => line.label === label)?.value;
    assert.equal(
      fact('On the telephone'),
      'A message may be left. Best times: After 4pm. Sessions: Monday afternoon',
    );
    assert.equal(fact('Needs'), 'Hearing, Teams: On a phone');
  });
});
