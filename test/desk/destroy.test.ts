import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { collect } from '../../bot/desk/collect.ts';
import { brokenLink } from '../../bot/desk/digest.ts';
import { identifiersOf } from '../../bot/domain/incident/identifiers.ts';
import { identifiersOf as identifiersOfReferral } from '../../bot/domain/rehab/identifiers.ts';
import { asIncident } from '../../bot/desk/commands/incident.ts';
import { asReferral } from '../../bot/desk/commands/referral.ts';
import { drain } from '../../bot/jobs/drain.ts';
import { people, setTime } from '../support/house.ts';
import { crashingAfter, destroy, openIncident, subject } from '../support/records.ts';
import { lifeOfReferrals, must } from '../support/referrals.ts';
import { openShop, scope, type Shop } from '../jobs/shop.ts';

const always = async () => true;
const provider = 'steady-ground';
const additions = 90;

describe('a record taken apart', () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop();
    await shop.meet(people.manager.person);
  });
  afterEach(() => shop.close());

  /** Every row of the container, as it stands in the file. */
  function rowsInFile(): { readonly id: string; readonly text: string }[] {
    const file = new DatabaseSync(shop.house.file, { readOnly: true });
    const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const rows = tables.flatMap(({ name }) => file.prepare(`SELECT * FROM "${String(name)}"`).all());
    file.close();
    return rows.map((row) => ({ id: String(row['id'] ?? ''), text: JSON.stringify(row) }));
  }
  const rowsWith = (text: string) => {
    const quoted = JSON.stringify(JSON.stringify(text)).slice(3, -3);
    return rowsInFile().filter((row) => row.text.includes(text) || row.text.includes(quoted));
  };

  const entriesOf = (where: string, ref: string) =>
    collect(shop.house.store.records, where, 'entriesOfRecord', { ref });
  const stubOf = async (where: string, ref: string) =>
    (await shop.house.store.records.read(where, ref, 'stub'))?.row;

  /** A report with more lines of history than a batch takes; every text of it occurs nowhere else. */
  async function longIncident() {
    const { desk } = shop.house;
    const ref = await openIncident(desk, {
      narrative: 'Threw the zinc umbrella stand across the waiting room.',
      accompaniedPatient: 'Leopold Quillfeather, 3 May 1940',
      fearForSafetyWho: 'Agnes Thimblewick above all',
      locationOther: 'By the blue filing cabinet',
      location: 'OTHER',
    });
    for (let n = 1; n <= additions; n += 1)
      await desk.perform(people.manager, {
        id: `addition-${ref}-${n}`,
        name: 'incident.addFacts',
        input: { ref, text: `Thimblewick remembered thing number ${n}.` },
      });
    await must(desk, people.manager, 'incident.close', {
      ref,
      outcome: 'TALKED',
      feedback: 'We spoke with Ms Quillfeather and bought another stand.',
    });
    await drain(shop.work, scope, always);
    return ref;
  }

  it('§8 D6 in batches, over a crash at every step: the chain verifies and nothing personal is left in the file', async () => {
    const ref = await longIncident();
    const head = await shop.house.store.records.read(scope, ref, 'head');
    assert(head);
    const texts = [
      ...identifiersOf(asIncident(head.row)),
      'Thimblewick',
      'Quillfeather',
      'zinc umbrella',
      head.row.personHash ?? '',
      ...(head.row.personHashes ?? []),
    ].filter((text) => !['Rosa Bell', 'Priya Shah'].includes(text));
    for (const text of ['Thimblewick', 'zinc umbrella', head.row.personHash ?? ''])
      assert.ok(rowsWith(text).length > 0, `${text} is there to begin with`);
    await destroy(shop.house.desk, ref);

    // One commit more each time: the lease is not used here, so these are the purge's own.
    let crashes = 0;
    for (let commits = 0; (await stubOf(scope, ref))?.state === 'DESTROYING'; commits = 1) {
      await drain(shop.workWith(crashingAfter(shop.house.office.records, commits)), scope, always);
      crashes += 1;
      const entries = await entriesOf(scope, ref);
      const stub = await stubOf(scope, ref);
      assert(stub);
      assert.equal(brokenLink(entries, stub.chain), undefined);
      setTime(shop.house.clock, shop.house.clock.now().add({ hours: 2 }));
      assert.ok(crashes < 50, 'it comes to an end');
    }
    await drain(shop.work, scope, always);

    assert.ok(crashes >= 4, `${crashes} rounds`);
    const entries = await entriesOf(scope, ref);
    const stub = await stubOf(scope, ref);
    assert.equal(stub?.state, 'DESTROYED');
    assert.equal(brokenLink(entries, stub.chain), undefined);
    assert.equal(entries.length, additions + 5);
    const kept = entries.filter(({ content, salt }) => content !== undefined || salt !== undefined);
    assert.deepEqual(
      kept.map(({ action }) => action),
      ['record.destroyed', 'record.purged'],
    );
    for (const text of texts) assert.deepEqual(rowsWith(text), [], text);
    // Of the record's own rows, not even the names of staff are left.
    const own = rowsInFile().filter(({ id, text }) => id === ref || text.includes(`"ref":"${ref}"`));
    assert.ok(own.length > 0);
    assert.doesNotMatch(own.map(({ text }) => text).join('\n'), /Rosa Bell|Priya Shah/);
    const due = await shop.house.desk.backroom.outboxDue(scope);
    assert.deepEqual(
      due.filter(({ row }) => row.topic === 'purge'),
      [],
    );
  }).timeout(120_000);

  it('§8 the stub holds its dates and places, and no person', async () => {
    const ref = await longIncident();
    await destroy(shop.house.desk, ref);
    await drain(shop.work, scope, always);

    const stub = await stubOf(scope, ref);

    assert.deepEqual(Object.keys(stub ?? {}).toSorted(), [
      'area',
      'at',
      'chain',
      'createdAt',
      'id',
      'kind',
      'organisation',
      'profile',
      'purged',
      'ref',
      'scope',
      'state',
      'type',
      'version',
    ]);
    for (const list of ['deadlinesOfRecord', 'claimsOfRecord', 'sessionsOfRecord'] as const)
      assert.deepEqual(await collect(shop.house.store.records, scope, list, { ref }), []);
    for (const list of ['postedOfRecord', 'peopleOfRecord'] as const)
      assert.deepEqual(await collect(shop.house.store.records, scope, list, { ref }), []);
  });

  it('§8 a referral goes with its sessions, its diary and its calls; the person can be referred again', async () => {
    const { desk, clock, store } = shop.house;
    const where = `org:${provider}`;
    const life = lifeOfReferrals({ desk, clock });
    const form = {
      patientFirstName: 'Vera',
      patientLastName: 'Quillfeather',
      nhsNumber: subject.personNhsNumber,
      dob: subject.personBirthDate,
      knownRisks: 'Is afraid of umbrella stands.',
    };
    const ref = await life.bothDone(form);
    await must(desk, people.coordinator, 'referral.recordAward', {
      ref,
      award: 'NO_AWARD',
      noAwardReason: 'NOT_PASSED',
    });
    const head = await store.records.read(where, ref, 'head');
    assert(head);
    const texts = [...identifiersOfReferral(asReferral(head.row)), ...(head.row.personHashes ?? [])].filter(
      (text) => /Quill|umbrella|7315|1969|^[0-9a-f]{64}$/.test(text),
    );
    assert.ok(texts.length >= 6, texts.join());
    assert.ok((await collect(store.records, where, 'claimsOfRecord', { ref })).length > 20);
    setTime(clock, Temporal.Instant.from('2036-03-01T10:00:00Z'));

    await destroy(desk, ref, { provider });
    await drain(shop.work, where, always);

    for (const text of texts) assert.deepEqual(rowsWith(text), [], text);
    for (const list of ['deadlinesOfRecord', 'claimsOfRecord', 'sessionsOfRecord'] as const)
      assert.deepEqual(await collect(store.records, where, list, { ref }), []);
    const stub = await stubOf(where, ref);
    assert.equal(stub?.state, 'DESTROYED');
    assert.equal(brokenLink(await entriesOf(where, ref), stub.chain), undefined);
    await life.accepted(form);
  });

  it('two workers at once take it apart once', async () => {
    const ref = await longIncident();
    await destroy(shop.house.desk, ref);

    await Promise.all([drain(shop.work, scope, always), drain(shop.work, scope, always)]);
    await drain(shop.work, scope, always);

    const stub = await stubOf(scope, ref);
    const entries = await entriesOf(scope, ref);
    assert.equal(stub?.state, 'DESTROYED');
    assert.equal(entries.filter(({ action }) => action === 'record.purged').length, 1);
    assert.equal(brokenLink(entries, stub.chain), undefined);
  });

  it('the round that may not go on leaves the rest to the next', async () => {
    const ref = await longIncident();
    await destroy(shop.house.desk, ref);
    let asked = 0;

    await drain(shop.work, scope, async () => (asked += 1) <= 4);
    const stub = await stubOf(scope, ref);
    assert.equal(stub?.state, 'DESTROYING');
    await drain(shop.work, scope, always);

    assert.equal((await stubOf(scope, ref))?.state, 'DESTROYED');
  });

  it('§8 nothing is destroyed by background work alone, however long it waits', async () => {
    const ref = await openIncident(shop.house.desk);
    await must(shop.house.desk, people.manager, 'incident.close', {
      ref,
      outcome: 'TALKED',
      feedback: 'We talked about it once more.',
    });
    shop.setClock('2099-01-01T10:00:00Z');
    await drain(shop.work, scope, always);
    assert(await shop.house.store.records.read(scope, ref, 'head'));
  });
});
