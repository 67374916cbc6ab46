import assert from 'node:assert/strict';
import { nameFirstAdministrator } from '../bot/firstAdministrator.ts';
import { createDesk } from '../bot/desk/desk.ts';
import { brokenLink } from '../bot/desk/digest.ts';
import { collect } from '../bot/desk/collect.ts';
import type { Office } from '../bot/desk/office.ts';
import { anchorFolder } from '../bot/store/anchorFolder.ts';
import { openStore, type Store } from '../bot/store/client.ts';
import { systemRandom } from '../bot/random.ts';
import { createClock } from '../bot/clock.ts';
import { documents } from '../bot/documents/documents.ts';
import { done, give } from './support/panel.ts';
import { monday, setTime } from './support/house.ts';

const robin = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const alex = '6ba7b810-9dad-41d1-80b4-00c04fd430c8';

/** A production house as it is on its first day: nothing in the store at all. */
async function openEmpty(): Promise<{ office: Office; store: Store }> {
  const store = await openStore({ embedded: { file: ':memory:' } });
  const clock = createClock();
  setTime(clock, monday);
  const office: Office = {
    records: store.records,
    access: store.access,
    clock,
    random: systemRandom,
    hashPerson: (identity) => identity,
    documents,
    anchors: anchorFolder('nothing is sealed here'),
    allowTestNumbers: false,
    demo: false,
    afterCommit: () => undefined,
    pause: async () => undefined,
  };
  return { office, store };
}

describe('the first administrator from the configuration (D13)', () => {
  let house: { office: Office; store: Store };
  let said: string[];
  const log = { warn: (_fields: object, text: string) => void said.push(text) };
  beforeEach(async () => {
    house = await openEmpty();
    said = [];
  });
  afterEach(() => house.store.close());

  const start = (person: string | undefined, name = 'Robin Vale') =>
    nameFirstAdministrator(
      createDesk(house.office),
      { FIRST_ADMINISTRATOR: person, FIRST_ADMINISTRATOR_NAME: name },
      log,
    );
  const rolesOf = async (person: string) => {
    const stored = await house.office.records.read('directory', `person:${person}`, 'person');
    return stored?.row.grants.map(({ role, organisation }) => `${role} ${organisation}`);
  };

  it('is made at start, can begin at once, and the log names nobody', async () => {
    await start(robin);

    const desk = createDesk(house.office);
    await done(desk, { person: robin }, 'places.putArea', { area: 'fenshire', name: 'Fenshire' });
    await done(desk, { person: robin }, 'places.putOrganisation', {
      organisation: 'Z99010',
      name: 'Fen Road',
      type: 'practice',
      area: 'fenshire',
      sites: [],
    });
    await done(desk, { person: robin }, 'people.add', { person: alex, name: 'Alex Moor' });
    await done(desk, { person: robin }, 'people.grantRole', {
      person: alex,
      role: 'PPM',
      organisation: 'Z99010',
    });
    assert.deepEqual(await rolesOf(robin), ['SYS operator']);
    assert.deepEqual(await rolesOf(alex), ['PPM Z99010']);
    assert.equal(said.length, 1);
    assert.doesNotMatch(said.join(), /Robin|3f2504e0/);
  });

  it('is in the history, whose chain holds', async () => {
    await start(robin);

    const head = await house.office.records.read('directory', `PER-${robin}`, 'head');
    const entries = await collect(house.office.records, 'directory', 'entriesOfRecord', {
      ref: `PER-${robin}`,
    });
    assert.deepEqual(
      entries.map(({ action, actor }) => [action, actor]),
      [
        ['people.added', 'system'],
        ['people.roleGranted', 'system'],
      ],
    );
    assert(head);
    assert.equal(brokenLink(entries, head.row.chain), undefined);
  });

  it('changes nothing once there is one: a second start, and another name', async () => {
    await start(robin);
    await start(robin);
    await start(alex, 'Alex Moor');

    const head = await house.office.records.read('directory', `PER-${robin}`, 'head');
    assert.equal(head?.row.version, 1);
    assert.equal(await rolesOf(alex), undefined);
    assert.equal(said.length, 1);
  });

  it('nothing set: nobody', async () => {
    await start(undefined);

    assert.equal(await rolesOf(robin), undefined);
  });

  it('eight processes that start at once make one', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, index) => start(index % 2 ? robin : alex)));

    const made = [await rolesOf(robin), await rolesOf(alex)].filter((roles) => roles !== undefined);
    assert.deepEqual(made, [['SYS operator']]);
  });

  it('an id that is none stops the start with a sentence', async () => {
    await assert.rejects(
      start('robin'),
      /FIRST_ADMINISTRATOR could not be made administrator\. Give the Entra/,
    );
  });

  it('no client can ask for it', async () => {
    await start(robin);
    const desk = createDesk(house.office);

    for (const name of ['people.addFirst', 'directory.putPerson', 'directory.putOrganisation'] as const) {
      const result = await give(desk, { person: robin }, name, { person: alex, name: 'Alex Moor' });
      assert(!result.done);
      assert.equal(result.refusal.code, 'unknown');
    }
  });
});
