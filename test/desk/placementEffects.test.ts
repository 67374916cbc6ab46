import assert from 'node:assert/strict';
import { theSystem, type Caller, type Person } from '../../bot/desk/caller.ts';
import { createDesk } from '../../bot/desk/desk.ts';
import { brokenLink } from '../../bot/desk/digest.ts';
import type { EntryRow } from '../../bot/desk/rows.ts';
import { newId, openHouse, people, type House } from '../support/house.ts';
import { carryOutEffects, g2, placed } from '../support/placements.ts';
import { must } from '../support/referrals.ts';

const area = 'area:brookshire';
const provider = 'org:steady-ground';

describe('D6 a referral under G2 reaches the placement in its area through the outbox', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const give = (who: Caller, name: string, input: unknown) =>
    house.desk.perform(who, { id: newId(), name, input });
  const pageFor = async (who: Person, ref: string) => {
    const asked = await house.desk.ask(who, { name: 'placement.page', input: { ref } });
    assert.ok(asked.answered);
    return asked.answer;
  };
  const head = async (ref: string) => {
    const stored = await house.store.records.read(area, ref, 'head');
    assert.ok(stored);
    return stored.row;
  };
  const entries = async (ref: string): Promise<EntryRow[]> => {
    const page = await house.store.records.list(area, 'entriesOfRecord', { ref }, { size: 100 });
    return page.rows.map(({ row }) => row);
  };
  const effectRows = async () =>
    (await house.desk.backroom.outboxDue(provider)).filter(({ row }) => row.topic === 'effect');
  const refer = async (placement: Awaited<ReturnType<typeof placed>>, who: Person = people.schemeGp) =>
    (await must(house.desk, who, 'referral.submit', g2(placement))).ref ?? '';
  const call = (ref: string, outcome: string) =>
    must(house.desk, people.coordinator, 'referral.logAttempt', { ref, outcome, accessConfirmed: true });

  it('G2 a referral by the scheme GP reaches the placement through the outbox: offered, then accepted', async () => {
    const placement = await placed(house.desk);
    const before = await pageFor(people.officer, placement.ref);
    const referral = await refer(placement);
    const unchanged = await pageFor(people.officer, placement.ref);
    await carryOutEffects(house.desk);
    const offered = await pageFor(people.officer, placement.ref);
    await call(referral, 'NO_ANSWER');
    await call(referral, 'SPOKE_ACCEPTED');
    await carryOutEffects(house.desk);
    const accepted = await pageFor(people.schemeGp, placement.ref);

    assert.equal(before.rehabOffer.stage, 'NOT_OFFERED');
    assert.equal(unchanged.rehabOffer.stage, 'NOT_OFFERED');
    assert.deepEqual(
      [offered.rehabOffer.stage, offered.rehabOffer.referral, offered.rehabOffer.isOpenable],
      ['OFFERED', referral, false],
    );
    assert.deepEqual(
      offered.deadlines.map(({ rule, state }) => [rule, state]),
      [['DL-25', 'MET']],
    );
    assert.deepEqual([accepted.rehabOffer.stage, accepted.rehabOffer.isOpenable], ['ACCEPTED', true]);
    assert.deepEqual(
      accepted.timeline.map(({ what }) => what),
      ['Placement opened', 'Referred to the programme', 'The patient accepted the programme'],
    );
    const { chain } = await head(placement.ref);
    assert.equal(brokenLink(await entries(placement.ref), chain), undefined);
  });

  it('D6 an effect worked off again, and one that comes late, change nothing', async () => {
    const placement = await placed(house.desk);
    const referral = await refer(placement);
    const [submitted] = await effectRows();
    await call(referral, 'SPOKE_DECLINED');
    const declined = (await effectRows()).find(({ row }) => row.id !== submitted?.row.id);
    assert.ok(submitted && declined);
    const { backroom } = house.desk;

    await backroom.carryOut(declined.row);
    const after = await head(placement.ref);
    const late = await backroom.carryOut(submitted.row);
    const again = [await backroom.carryOut(declined.row), await backroom.carryOut(submitted.row)];

    assert.ok(late.done && again.every((result) => result.done && result.repeated));
    assert.deepEqual(await head(placement.ref), after);
    assert.equal((await entries(placement.ref)).length, 2);
    assert.equal(after.deadlines['DL-25']?.settledAt?.slice(0, 10), '2027-01-11');
  });

  it('two workers carry out two effects at once: neither is lost', async () => {
    const placement = await placed(house.desk);
    const referral = await refer(placement);
    await call(referral, 'SPOKE_ACCEPTED');
    const rows = await effectRows();

    const results = await Promise.all(rows.map(({ row }) => createDesk(house.office).backroom.carryOut(row)));

    assert.ok(results.length === 2 && results.every(({ done }) => done));
    assert.equal((await pageFor(people.officer, placement.ref)).rehabOffer.stage, 'ACCEPTED');
  });

  it('every end of a referral is told: taken back by the scheme practice, and a new one is an offer again', async () => {
    const placement = await placed(house.desk);
    const referral = await refer(placement);
    await carryOutEffects(house.desk);
    const underWay = await pageFor(people.schemeGp, placement.ref);
    await must(house.desk, people.schemeGp, 'referral.withdraw', {
      provider: 'steady-ground',
      ref: referral,
      reason: 'The patient has no time before spring.',
    });
    await carryOutEffects(house.desk);
    const taken = await pageFor(people.schemeGp, placement.ref);
    await refer(placement);
    await carryOutEffects(house.desk);
    const offered = await pageFor(people.schemeGp, placement.ref);

    assert.deepEqual(underWay.steps, []);
    assert.deepEqual([taken.rehabOffer.stage, taken.steps], ['WITHDRAWN', ['referral.submit']]);
    assert.equal(offered.rehabOffer.stage, 'OFFERED');
  });

  it('nobody but the outbox may say how far an offer has come, the administrator neither', async () => {
    const placement = await placed(house.desk);
    const note = {
      ref: placement.ref,
      area: 'brookshire',
      referral: 'REF-2027-0000000',
      provider: 'steady-ground',
      referrer: 'crossfield',
      step: 'COMPLETED',
      offeredAt: '2027-01-11T10:00:00Z',
      at: '2027-01-11T10:00:00Z',
    };

    for (const who of [
      people.administrator,
      people.officer,
      people.schemeGp,
      { ...people.administrator, from: 'chat' },
    ] as Person[]) {
      const result = await give(who, 'placement.noteRehabOffer', note);
      assert.equal(!result.done && result.refusal.code, 'unknown');
    }
    const elsewhere = await give(theSystem, 'placement.noteRehabOffer', { ...note, area: 'fenshire' });
    assert.equal(!elsewhere.done && elsewhere.refusal.code, 'notAvailable');
    assert.equal((await pageFor(people.officer, placement.ref)).rehabOffer.stage, 'NOT_OFFERED');
  });
});
