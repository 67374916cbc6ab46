import assert from 'node:assert/strict';
import type { Person } from '../../bot/desk/caller.ts';
import type { AccessLine } from '../../bot/desk/ports.ts';
import { addPerson, fileReport, openHouse, people, type House, noting } from '../support/house.ts';
import { buttonsOf, textsOf } from './support/cards.ts';
import { openTeams } from './support/teams.ts';

describe('asking where a report stands', () => {
  let house: House;
  let ref: string;
  let auditor: Person;
  const lines: AccessLine[] = [];
  before(async () => {
    house = await openHouse({ access: noting(async (line) => void lines.push(line)) });
    ref = await fileReport(house.desk, people.receptionist);
    auditor = await addPerson(house.desk, 'person-777', [{ role: 'AOF', organisation: 'brookshire-icb' }]);
  });
  after(() => house.close());

  /** What this person is shown, and what the access log keeps of it. */
  const ask = async (person: { readonly person: string }, about = ref) => {
    const teams = await openTeams({ desk: house.desk, person });
    await teams.install();
    lines.length = 0;
    const [card] = await teams.say(`status ${about}`);
    await teams.close();
    return { card, logged: lines.map(({ what, name }) => `${what} ${name}`) };
  };

  it('§1.2 a role that sees the status line only gets it, and no refusal is logged', async () => {
    const { card, logged } = await ask(auditor);

    assert.match(textsOf(card).join(' '), /Reported/);
    assert.deepEqual(buttonsOf(card), ['Open in tab']);
    assert.deepEqual(logged, ['read incident.status']);
  });

  for (const [who, person] of [
    ['the reporter', people.receptionist],
    ['the manager', people.manager],
    ['a GP of the practice', people.gp],
  ] as const) {
    it(`${who} is offered steps, and no refusal is logged`, async () => {
      const { card, logged } = await ask(person);

      assert.ok(buttonsOf(card).includes('Add facts'));
      assert.deepEqual(logged, ['read incident.status', 'read incident.page']);
    });
  }

  it('an officer who reads the whole report has no step to take: the page is not opened for nothing', async () => {
    const { card, logged } = await ask(people.officer);

    assert.deepEqual(buttonsOf(card), ['Open in tab']);
    assert.deepEqual(logged, ['read incident.status']);
  });

  for (const [who, person] of [
    ['another practice', people.otherManager],
    ['a role without any right', people.coordinator],
    ['a colleague who did not send it', people.colleague],
  ] as const) {
    it(`D15 ${who} is refused once, and that is logged once`, async () => {
      const { card, logged } = await ask(person);

      assert.deepEqual(textsOf(card), ['This is not available to your role.']);
      assert.deepEqual(logged, ['refused incident.status']);
    });
  }
});
