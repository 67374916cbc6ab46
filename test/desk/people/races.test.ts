import assert from 'node:assert/strict';
import type { CommandName } from '../../../bot/contract/commands.ts';
import { collect } from '../../../bot/desk/collect.ts';
import { createDesk } from '../../../bot/desk/desk.ts';
import { brokenLink } from '../../../bot/desk/digest.ts';
import { addSomebody, addWithRole } from '../../support/directory.ts';
import { openHouse, people, type House } from '../../support/house.ts';
import { done, give } from '../../support/panel.ts';

describe('two administrators at once', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const administrators = async () => {
    const second = await addWithRole(house.desk, {
      role: 'SYS',
      organisation: 'operator',
      name: 'Noor Haddad',
    });
    return [people.administrator, second] as const;
  };
  /** Each through a desk of its own, as in two processes: only the store keeps them apart. */
  const asIfApart = (who: { person: string }, name: CommandName, input: Record<string, unknown>) =>
    give(createDesk(house.office), who, name, input);
  const rowOf = async (person: string) =>
    (await house.store.records.read('directory', `person:${person}`, 'person'))?.row;
  const headOf = async (person: string) => {
    const stored = await house.store.records.read('directory', `PER-${person}`, 'head');
    assert(stored);
    return stored.row;
  };

  it('D6 no role is lost: twenty given at once by two are all there, in row, version and history', async () => {
    const two = await administrators();
    const robin = await addSomebody(house.desk);

    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        asIfApart(two[index % 2] ?? two[0], 'people.grantRole', {
          ...robin,
          role: 'PRS',
          organisation: 'Z99001',
          from: `2027-03-${String(index + 1).padStart(2, '0')}`,
          to: `2027-03-${String(index + 1).padStart(2, '0')}`,
        }),
      ),
    );

    const given = results.filter((result) => result.done).length;
    const head = await headOf(robin.person);
    const entries = await collect(house.store.records, 'directory', 'entriesOfRecord', { ref: head.ref });
    assert.equal(given, 20);
    assert.equal((await rowOf(robin.person))?.grants.length, 20);
    assert.equal(head.version, 21);
    assert.equal(entries.length, 21);
    assert.equal(brokenLink(entries, head.chain), undefined);
  });

  it('the same role given twice at once is given once, and the second is told', async () => {
    const two = await administrators();
    const robin = await addSomebody(house.desk);
    const input = { ...robin, role: 'PRS', organisation: 'Z99001' };

    const results = await Promise.all(two.map((who) => asIfApart(who, 'people.grantRole', input)));

    const refused = results.flatMap((result) => (result.done ? [] : [result.refusal.message]));
    assert.equal(refused.length, 1);
    assert.match(refused[0] ?? '', /has this role there already/);
    assert.equal((await rowOf(robin.person))?.grants.length, 1);
  });

  it('§1.1 two who end each other’s role at once: one stays', async () => {
    const [one, other] = await administrators();

    const results = await Promise.all([
      asIfApart(one, 'people.leave', { person: other.person }),
      asIfApart(other, 'people.leave', { person: one.person }),
    ]);

    assert.equal(results.filter((result) => result.done).length, 1);
    const left = await Promise.all([one, other].map(async ({ person }) => (await headOf(person)).state));
    assert.deepEqual(left.toSorted(), ['HERE', 'LEFT']);
  });

  it('§1.1 both leave at once: one is told that nobody else would be there', async () => {
    const two = await administrators();

    const results = await Promise.all(two.map((who) => asIfApart(who, 'people.leave', { ...who })));

    const refused = results.flatMap((result) => (result.done ? [] : [result.refusal]));
    assert.deepEqual(
      refused.map(({ rule }) => rule),
      ['§1.1'],
    );
  });

  it('a leaver who is given a role at the same moment has it, or has left: never both in part', async () => {
    const two = await administrators();
    const robin = await addWithRole(house.desk);

    await Promise.all([
      asIfApart(two[0], 'people.leave', { ...robin }),
      asIfApart(two[1], 'people.grantRole', { ...robin, role: 'PPM', organisation: 'Z99001' }),
    ]);

    const head = await headOf(robin.person);
    const active = (await rowOf(robin.person))?.grants.filter(({ endedAt }) => endedAt === undefined);
    assert.equal(active?.length, head.state === 'LEFT' ? 0 : 1);
  });

  it('one id added twice at once is one person', async () => {
    const two = await administrators();
    const input = { person: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', name: 'Robin Vale' };

    const results = await Promise.all(two.map((who) => asIfApart(who, 'people.add', input)));

    assert.equal(results.filter((result) => result.done).length, 1);
    assert.equal((await headOf(input.person)).version, 1);
  });

  it('a place changed by two at once: the second looks again', async () => {
    const two = await administrators();
    const input = {
      organisation: 'Z99001',
      type: 'practice',
      area: 'brookshire',
      sites: [],
      version: (await house.store.records.read('directory', 'ORG-Z99001', 'head'))?.row.version,
    };

    const results = await Promise.all(
      two.map((who, index) =>
        asIfApart(who, 'places.putOrganisation', { ...input, name: `Millbrook ${index}` }),
      ),
    );

    const refused = results.flatMap((result) => (result.done ? [] : [result.refusal.code]));
    assert.deepEqual(refused, ['stale']);
  });

  it('cover changes two people in one batch, or none', async () => {
    const [one, other] = await administrators();
    const [absent, colleague] = [await addWithRole(house.desk), await addSomebody(house.desk, 'Kit Lane')];
    const cover = { ...absent, grant: 0, by: colleague.person, from: '2027-01-11', to: '2027-01-15' };

    const [covered] = await Promise.all([
      asIfApart(one, 'people.coverFor', cover),
      asIfApart(other, 'people.leave', { ...colleague }),
    ]);

    const grants = (await rowOf(colleague.person))?.grants ?? [];
    const named = (await rowOf(absent.person))?.coveredBy ?? [];
    assert.equal(grants.length, covered.done ? 1 : 0);
    assert.deepEqual(named, covered.done ? [colleague.person] : []);
    assert.equal((await headOf(colleague.person)).state, 'LEFT');
    assert.equal(
      grants.every(({ endedAt }) => endedAt !== undefined),
      true,
    );
    await done(house.desk, one, 'people.rename', { ...absent, name: 'Robin Dale' });
  });
});
