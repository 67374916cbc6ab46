import assert from 'node:assert/strict';
import { peopleCommands, peopleQuestions } from '../../../bot/contract/people.ts';
import { importCommands, importQuestions } from '../../../bot/contract/peopleImport.ts';
import { role, roleOrganisations } from '../../../bot/contract/roles.ts';
import type { AccessLine } from '../../../bot/desk/ports.ts';
import { addPerson, fileReport, noting, openHouse, people, type House } from '../../support/house.ts';
import { give } from '../../support/panel.ts';
import { goodPeopleCommands, goodPeopleQuestions } from '../../web/goodPeople.ts';

const placeOf: Readonly<Record<string, string>> = {
  practice: 'Z99001',
  commissioner: 'brookshire-icb',
  registrations: 'registrations',
  schemeProvider: 'crossfield',
  rehabProvider: 'steady-ground',
  public: 'public',
};
const others = role.options.filter((code) => code !== 'SYS');
const commands = goodPeopleCommands(() => house);
const questions = goodPeopleQuestions(() => house);
let house: House;

describe('§1.2 who may grant roles and look around in the directory', () => {
  let lines: AccessLine[];
  before(async () => {
    lines = [];
    house = await openHouse({ access: noting(async (line) => void lines.push(line)) });
    for (const code of others) {
      const organisation = placeOf[roleOrganisations[code][0] ?? ''] ?? '';
      await addPerson(house.desk, `only-${code}`, [{ role: code, organisation }]);
    }
  });
  after(() => house.close());

  const names = Object.keys({ ...peopleCommands, ...importCommands }).filter(
    (name) => name in commands,
  ) as (keyof typeof commands)[];
  for (const name of names) {
    it(`${name}: the administrator, and nobody else`, async () => {
      for (const code of others) {
        const { input } = await commands[name]();
        lines.length = 0;

        const result = await give(house.desk, { person: `only-${code}` }, name, input);

        assert(!result.done, code);
        assert.equal(result.refusal.code, 'notAvailable');
        assert.deepEqual(
          lines.map(({ what, person, name: of }) => [what, person, of]),
          [['refused', `only-${code}`, name]],
        );
      }
      const { input } = await commands[name]();
      assert.equal((await give(house.desk, people.administrator, name, input)).done, true);
    });
  }

  for (const name of Object.keys({ ...peopleQuestions, ...importQuestions }) as (keyof typeof questions)[]) {
    it(`${name}: the administrator, and nobody else`, async () => {
      const { input } = await questions[name]();
      for (const code of others) {
        const asked = await house.desk.ask({ person: `only-${code}` }, { name, input });

        assert(!asked.answered, code);
        assert.equal(asked.refusal.code, 'notAvailable');
      }
      assert.equal((await house.desk.ask(people.administrator, { name, input })).answered, true);
    });
  }

  it('§1.1 nothing an administrator is shown holds patient data', async () => {
    await fileReport(house.desk, people.receptionist);
    const all = [
      await house.desk.ask(people.administrator, { name: 'people.list', input: {} }),
      await house.desk.ask(people.administrator, {
        name: 'people.page',
        input: { person: people.receptionist.person },
      }),
      await house.desk.ask(people.administrator, { name: 'places.list', input: {} }),
    ];

    assert(all.every(({ answered }) => answered));
    assert.doesNotMatch(JSON.stringify(all), /Tindall|INC-|REF-|personHash|shouted/);
  });

  it('§1.1 an administrator who asks for the role of a practice is refused, and stays without', async () => {
    const result = await give(house.desk, people.administrator, 'people.grantRole', {
      person: people.administrator.person,
      role: 'PPM',
      organisation: 'Z99001',
    });

    assert(!result.done);
    assert.equal(result.refusal.rule, '§1.1');
    const asked = await house.desk.ask(people.administrator, { name: 'incident.list', input: {} });
    assert.equal(asked.answered, false);
  });
});
