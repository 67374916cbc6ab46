import assert from 'node:assert/strict';
import type { QuestionName } from '../../bot/contract/questions.ts';
import type { Role } from '../../bot/contract/roles.ts';
import { theSystem, type Person } from '../../bot/desk/caller.ts';
import type { AccessLine } from '../../bot/desk/ports.ts';
import { addPerson, newId, noting, openHouse, people, type House } from '../support/house.ts';
import { aPlacement, placed } from '../support/placements.ts';

/** Where each role that is in no other test of this file is held. */
const at = (role: Role, organisation: string) => ({ role, organisation });
const organisationOf = {
  PRS: 'Z99001',
  PPM: 'Z99001',
  PGP: 'Z99001',
  CPT: 'brookshire-icb',
  CCM: 'brookshire-icb',
  HPC: 'brookshire-icb',
  PGR: 'Z99001',
  PLR: 'public',
  REG: 'registrations',
  SGP: 'crossfield',
  SAD: 'crossfield',
  RCO: 'steady-ground',
  RTR: 'steady-ground',
  OVS: 'brookshire-icb',
  EVA: 'brookshire-icb',
  AOF: 'brookshire-icb',
  IGO: 'brookshire-icb',
  SYS: 'operator',
} as const satisfies Record<Role, string>;
const roles = Object.keys(organisationOf) as Role[];
const readers: readonly Role[] = ['CPT', 'CCM', 'HPC', 'REG', 'SGP', 'SAD'];

describe('who may see and do what with a placement (§1.2)', () => {
  let house: House;
  let ref: string;
  let lastName: string;
  let otherScheme: string;
  const lines: AccessLine[] = [];
  before(async () => {
    house = await openHouse({ access: noting(async (line) => void lines.push(line)) });
    const put = (name: string, input: object) => house.desk.perform(theSystem, { id: newId(), name, input });
    await put('directory.putArea', { area: 'fenshire', name: 'Fenshire', profile: 'national-2024@1' });
    for (const [organisation, type, area] of [
      ['heathside', 'schemeProvider', 'brookshire'],
      ['fenshire-icb', 'commissioner', 'fenshire'],
    ])
      await put('directory.putOrganisation', {
        organisation,
        type,
        area,
        name: `${organisation} here`,
        sites: [],
      });
    const placement = await placed(house.desk);
    ref = placement.ref;
    lastName = placement.form.patientLastName;
    otherScheme = (await placed(house.desk, { schemeProvider: 'heathside' })).ref;
  });
  after(() => house.close());
  beforeEach(() => lines.splice(0));

  const ask = (who: Person, name: QuestionName, input: Record<string, unknown> = {}) =>
    house.desk.askAnything(who, { name, input });
  const holder = (role: Role, organisation: string = organisationOf[role], area = 'brookshire') =>
    addPerson(house.desk, `person-as-${role}-${organisation}`, [{ ...at(role, organisation), area }]);
  const seen = async (who: Person, name: QuestionName, input: Record<string, unknown> = {}) => {
    const asked = await ask(who, name, input);
    return asked.answered ? JSON.stringify(asked.answer) : asked.refusal.code;
  };

  for (const role of roles) {
    const reads = readers.includes(role);
    it(`${role} ${reads ? 'reads the page and the list' : 'has neither page nor list'}`, async () => {
      const who = await holder(role);

      const [page, list] = [await seen(who, 'placement.page', { ref }), await seen(who, 'placement.list')];

      assert.equal(page.includes(lastName), reads, page);
      assert.equal(list.includes(lastName), reads, list);
      if (!reads) assert.deepEqual([page, list], ['notAvailable', 'notAvailable']);
    });

    it(`${role} ${role === 'CPT' ? 'opens a placement' : 'opens none'}`, async () => {
      const who = await holder(role);

      const result = await house.desk.perform(who, {
        id: newId(),
        name: 'placement.open',
        input: aPlacement(),
      });
      const form = await ask(who, 'placement.form');

      assert.equal(result.done, role === 'CPT');
      assert.equal(form.answered, role === 'CPT');
      // Registrations open placements too, when they accept a removal request.
      if (!result.done) assert.equal(result.refusal.code, role === 'REG' ? 'refused' : 'notAvailable');
    });
  }

  it('an officer of another area learns nothing, in the same words as for a reference that does not exist', async () => {
    const other = await holder('CPT', 'fenshire-icb', 'fenshire');

    for (const name of ['placement.page', 'placement.status'] as const) {
      const [real, invented] = [
        await ask(other, name, { ref }),
        await ask(other, name, { ref: 'PLC-2027-0000000' }),
      ];
      assert.equal(real.answered, false);
      assert.deepEqual(real, invented);
    }
    assert.deepEqual(JSON.parse(await seen(other, 'placement.list')), { rows: [] });
    const opened = await house.desk.perform(other, {
      id: newId(),
      name: 'placement.open',
      input: aPlacement(),
    });
    assert.equal(!opened.done && opened.refusal.field, 'schemeProvider');
  });

  it('a scheme practice reads and lists its own caseload alone', async () => {
    const there = await holder('SGP', 'heathside');

    assert.equal(await seen(there, 'placement.page', { ref }), 'notAvailable');
    assert.equal(await seen(people.schemeGp, 'placement.page', { ref: otherScheme }), 'notAvailable');
    assert.ok((await seen(there, 'placement.list')).includes(otherScheme));
    assert.ok(!(await seen(there, 'placement.list')).includes(ref));
    assert.ok(!(await seen(people.schemeGp, 'placement.list')).includes(otherScheme));
    assert.ok((await seen(people.officer, 'placement.list')).includes(otherScheme));
  });

  it('a reference of another kind of record is no placement', async () => {
    const asked = await house.desk.ask(people.manager, { name: 'incident.list', input: {} });
    assert.ok(asked.answered);

    const [incident] = asked.answer.rows;
    assert.equal(await seen(people.officer, 'placement.page', { ref: incident?.ref }), 'notAvailable');
  });

  it('D15 a page and a list that name patients are logged with the references they showed', async () => {
    await ask(people.schemeGp, 'placement.page', { ref });
    await ask(people.schemeGp, 'placement.list');
    await ask(people.schemeGp, 'referral.form', { placement: ref });

    assert.deepEqual(
      lines.map(({ what, name, ref: about }) => [what, name, about?.includes(ref)]),
      ['placement.page', 'placement.list', 'referral.form'].map((name) => ['read', name, true]),
    );
  });

  it('the list comes page by page, newest first', async () => {
    const refs: string[] = [];
    let after: string | undefined;
    do {
      const asked = await house.desk.ask(people.officer, {
        name: 'placement.list',
        input: { size: 2, ...(after ? { after } : {}) },
      });
      assert.ok(asked.answered);
      refs.push(...asked.answer.rows.map((row) => row.ref));
      after = asked.answer.next;
    } while (after);

    assert.equal(new Set(refs).size, refs.length);
    assert.ok(refs.indexOf(otherScheme) < refs.indexOf(ref));
  });

  it('§1.3 rule 7: who opened it is named to the commissioner, and to others by the role', async () => {
    const opener = 'Daniel Reyes';

    assert.ok((await seen(people.officer, 'placement.page', { ref })).includes(opener));
    const elsewhere = await seen(people.schemeGp, 'placement.page', { ref });
    assert.ok(!elsewhere.includes(opener) && elsewhere.includes('Primary Care Team officer'));
  });
});
