import assert from 'node:assert/strict';
import { commandSpecs, questionSpecs } from '../../bot/desk/catalogue.ts';
import { asIncident } from '../../bot/desk/commands/incident.ts';
import { createDesk, type Desk } from '../../bot/desk/desk.ts';
import type { CommandSpecs } from '../../bot/desk/spec.ts';
import { advance } from '../../bot/domain/decision.ts';
import { fileReport, newId, openHouse, people, type House } from '../support/house.ts';

// Commands made for the test: no shipped one of this version changes another scope or gives up a claim.
const claimId = 'only-one:person-x';
const specs: CommandSpecs = {
  ...commandSpecs,
  'incident.takeIntoReview': {
    ...commandSpecs['incident.takeIntoReview'],
    decide: ({ heads: [head], facts }) => {
      assert(head);
      const next = advance(asIncident(head), facts.now, {});
      return {
        changed: true,
        heads: [next],
        claims: [{ id: claimId, rule: 'HS-09', ref: next.ref, message: 'There is one already.' }],
        effects: [
          {
            command: 'directory.putArea',
            input: { area: 'elsewhere', name: next.ref, profile: 'national-2024@1' },
          },
        ],
        entries: [{ ref: next.ref, action: 'test.effect', content: {} }],
        outcome: { message: 'Done here; the rest follows.' },
      };
    },
  },
  'incident.addFacts': {
    ...commandSpecs['incident.addFacts'],
    rows: () => [{ kind: 'claim', id: claimId }],
    decide: ({ heads: [head], facts }) => {
      assert(head);
      const next = advance(asIncident(head), facts.now, {});
      return {
        changed: true,
        heads: [next],
        releases: [claimId],
        entries: [{ ref: next.ref, action: 'test.released', content: {} }],
        outcome: { message: 'Given up.' },
      };
    },
  },
};

describe('D6 effects in another scope, and claims given up', () => {
  let house: House;
  let desk: Desk;
  beforeEach(async () => {
    house = await openHouse();
    desk = createDesk(house.office, { commands: specs, questions: questionSpecs });
  });
  afterEach(() => house.close());

  const take = (ref: string) =>
    desk.perform(people.manager, { id: newId(), name: 'incident.takeIntoReview', input: { ref } });
  const release = (ref: string) =>
    desk.perform(people.manager, {
      id: newId(),
      name: 'incident.addFacts',
      input: { ref, text: 'It is given up.' },
    });
  const effects = async () =>
    (await desk.backroom.outboxDue('area:brookshire')).filter(({ row }) => row.topic === 'effect');

  it('is a row of the same batch, carried out there as the app itself, once however often it is worked off', async () => {
    const ref = await fileReport(desk, people.receptionist);
    await take(ref);
    const [row] = await effects();
    assert(row);

    const [first, second] = [await desk.backroom.carryOut(row.row), await desk.backroom.carryOut(row.row)];

    const area = await house.store.records.read('directory', 'area:elsewhere', 'area');
    assert(first.done && second.done);
    assert.equal(second.repeated, true);
    assert.equal(area?.row.name, ref);
  });

  it('a claim that was given up can be made again, and only then', async () => {
    const [one, other] = [
      await fileReport(desk, people.receptionist),
      await fileReport(desk, people.receptionist),
    ];
    await take(one);

    const whileHeld = await take(other);
    await release(one);
    const afterwards = await take(other);

    assert.equal(whileHeld.done, false);
    assert.equal(afterwards.done, true);
  });

  it('two who give up one claim at once: one does, the other decides anew and finds it gone', async () => {
    const ref = await fileReport(desk, people.receptionist);
    await take(ref);

    await assert.rejects(
      Promise.all([release(ref), release(ref)]),
      /releases only-one:person-x, which it did not load/,
    );
  });
});
