import assert from 'node:assert/strict';
import { openHouse, people, setTime, type House } from '../../support/house.ts';
import { lifeOfReferrals, must } from '../../support/referrals.ts';

describe('R9 a session whose time has passed without a result is not forgotten', () => {
  let house: House;
  let ref: string;
  let own: string;
  const at = (moment: string) => setTime(house.clock, Temporal.Instant.from(moment));
  const book = async (session: Record<string, unknown>) => {
    const of = await lifeOfReferrals(house).accepted();
    await must(house.desk, people.coordinator, 'referral.book', { ref: of, session: 1, ...session });
    return of;
  };
  beforeEach(async () => {
    house = await openHouse();
    const { trainer, otherTrainer } = people;
    own = await book({
      trainer: trainer.person,
      start: '2027-01-12T10:00',
      second: { trainer: trainer.person, start: '2027-01-13T10:00' },
    });
    ref = await book({ trainer: otherTrainer.person, start: '2027-01-12T14:00' });
  });
  afterEach(() => house.close());

  const today = async (input = {}) => {
    const asked = await house.desk.ask(people.trainer, { name: 'session.today', input });
    assert.ok(asked.answered);
    return asked.answer.noResult;
  };
  const week = async (input = {}) => {
    const asked = await house.desk.ask(people.coordinator, { name: 'session.week', input });
    assert.ok(asked.answered);
    return asked.answer.noResult;
  };
  // The fictional area has a session of its own on the house's Monday.
  const ours = (rows: readonly { ref: string; session: number }[] = []) =>
    rows.filter((row) => [ref, own].includes(row.ref)).map((row) => [row.ref, row.session]);

  it('the trainer sees their own, however long ago, with the way to say how it went', async () => {
    at('2027-03-15T10:00:00Z');

    const waiting = await today();

    assert.deepEqual(ours(waiting?.rows), [[own, 1]]);
    assert.match(waiting?.label ?? '', /^2 sessions have no result yet$/);
    assert.equal(waiting?.rows.at(-1)?.markable, true);
    assert.equal(waiting?.rows.at(-1)?.standing, 'No result yet');
    assert.equal(await today({ date: '2027-01-12' }), undefined);
  });

  it('what was today is among the sessions of the day, and waits from midnight on', async () => {
    at('2027-01-12T23:59:59Z');
    const before = await today();
    at('2027-01-13T00:00:00Z');
    const after = await today();

    assert.deepEqual([ours(before?.rows), ours(after?.rows)], [[], [[own, 1]]]);
  });

  it('the coordinator sees everyone’s, from the end of the session on, the longest ago first', async () => {
    at('2027-01-12T16:59:59Z');
    const before = await week();
    at('2027-01-12T17:00:01Z');
    const after = await week();

    assert.deepEqual(ours(before?.rows), [[own, 1]]);
    assert.deepEqual(ours(after?.rows), [
      [own, 1],
      [ref, 1],
    ]);
    assert.equal(await week({ date: '2027-01-12' }), undefined);
  });

  it('a result, a new time and a held session that is not certain take it from the list', async () => {
    at('2027-01-13T17:00:00Z');
    assert.deepEqual(ours((await week())?.rows), [
      [own, 1],
      [ref, 1],
    ]);
    for (const one of [own, ref])
      await must(house.desk, people.coordinator, 'referral.markAttendance', {
        ref: one,
        session: 1,
        mark: 'ATTENDED',
      });

    assert.deepEqual(ours((await week())?.rows), [[own, 2]]);
  });
});
