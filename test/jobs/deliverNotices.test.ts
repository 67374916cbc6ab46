import assert from 'node:assert/strict';
import { drain } from '../../bot/jobs/drain.ts';
import { fileReport, newId, people } from '../support/house.ts';
import { openShop, scope, type Shop } from './shop.ts';

const always = async () => true;

describe('deliverNotices', () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop();
    await shop.meet(people.manager.person);
    await shop.meet(people.receptionist.person);
  });
  afterEach(() => shop.close());

  const report = () => fileReport(shop.house.desk, people.receptionist);
  const work = () => drain(shop.work, scope, always);
  const deliveries = async (person: string, ref: string) =>
    (await shop.inboxOf(person, ref)).map(({ template, delivery }) => [template, delivery]);

  it('D11 files a notice in the inbox and shows it in Teams once', async () => {
    const ref = await report();

    await work();
    await work();

    assert.deepEqual(await deliveries(people.manager.person, ref), [['incident.reported', 'sent']]);
    assert.deepEqual(shop.sent, [
      {
        act: 'post',
        person: people.manager.person,
        summary: `A new report waits for you: ${ref}.`,
        state: 'Now: Reported',
        buttons: ['Take into review', 'Open'],
      },
    ]);
    assert.deepEqual(await shop.dueNow(), []);
  });

  it('D10 remembers the card it posted beside its record', async () => {
    const ref = await report();

    await work();

    const [posted, ...others] = await shop.postedFor(ref);
    assert.deepEqual(others, []);
    assert.match(posted?.id ?? '', /^posted:notice:outbox:.+:person-103$/);
    const { card, person, surface, activity, conversation } = posted ?? {};
    assert.deepEqual(
      { card, person, surface, activity, conversation, scope: posted?.scope },
      {
        card: 'notice:incident.reported',
        person: people.manager.person,
        surface: 'personal',
        activity: 'activity-1',
        conversation: { person: people.manager.person },
        scope,
      },
    );
  });

  it('gathers several notices of one person into one message', async () => {
    const refs = [await report(), await report(), await report()];

    await work();

    assert.deepEqual(
      shop.sent.map(({ summary, buttons }) => [summary, buttons]),
      [['You have 3 new notices.', ['Open inbox']]],
    );
    for (const ref of refs) {
      assert.deepEqual(await deliveries(people.manager.person, ref), [['incident.reported', 'sent']]);
      assert.deepEqual(await shop.postedFor(ref), []);
    }
  });

  it('D11 notes who cannot be reached in Teams and goes on', async () => {
    const ref = await fileReport(shop.house.desk, people.otherReceptionist, { site: 'Harbour Lane' });

    await work();

    assert.deepEqual(await deliveries(people.otherManager.person, ref), [
      ['incident.reported', 'unreachable'],
    ]);
    assert.deepEqual(shop.sent, []);
    assert.deepEqual(await shop.dueNow(), []);
  });

  for (const [why, kept] of [
    ['unreachable', 'unreachable'],
    // HS-13: the gate kept the words back. The person can be reached, and the inbox has the notice.
    ['withheld', 'waiting'],
  ] as const) {
    it(`notes a message that was ${why} as ${kept} and does not repeat it`, async () => {
      const ref = await report();
      shop.answers.push(why);

      await work();
      await work();

      assert.deepEqual(await deliveries(people.manager.person, ref), [['incident.reported', kept]]);
      assert.deepEqual(await shop.postedFor(ref), []);
      assert.deepEqual(shop.sent, []);
      assert.deepEqual(await shop.dueNow(), []);
    });
  }

  it('D11 keeps a notice for a role nobody holds, logs it by ids, and files it once somebody does', async () => {
    const to = { roles: ['PPM'], organisation: 'nowhere' };
    const row = {
      id: 'outbox:vacant:0',
      scope,
      kind: 'outbox',
      topic: 'notice',
      at: '2027-01-11T09:00:00Z',
      pending: true,
      // More tries than anything else is given: only people can end this.
      tries: 40,
      notBefore: '2027-01-11T09:00:00Z',
      payload: { template: 'incident.reported', ref: 'INC-2027-4839271', to },
    } as const;
    const { records } = shop.house.office;
    await records.commit(scope, [{ op: 'create', row }]);

    await work();

    assert.deepEqual(shop.logged, [
      {
        fields: { row: row.id, scope, tries: 41, why: 'no addressee' },
        message: 'Background work failed and will be tried again.',
      },
    ]);
    const stored = await records.read('directory', `person:${people.gp.person}`, 'person');
    assert.ok(stored);
    const grant = { role: 'PPM', organisation: 'nowhere', area: 'brookshire', from: '2020-01-01' } as const;
    const filled = { ...stored.row, grants: [...stored.row.grants, grant] };
    await records.commit('directory', [{ op: 'replace', row: filled, etag: stored.etag }]);
    await shop.meet(people.gp.person);
    shop.setClock('2027-01-11T11:10:00Z');
    await work();

    assert.deepEqual(
      shop.sent.map(({ person }) => person),
      [people.gp.person],
    );
    assert.deepEqual(await shop.dueNow(), []);
  });

  for (const failure of ['busy', new TypeError('Anna Schmidt')] as const) {
    it(`tries again later when Teams answers ${String(failure)}, and lets nobody else wait`, async () => {
      await shop.meet(people.otherManager.person);
      const ref = await report();
      const other = await fileReport(shop.house.desk, people.otherReceptionist, { site: 'Harbour Lane' });
      shop.answers.push(failure);

      await work();

      assert.deepEqual(await deliveries(people.manager.person, ref), [['incident.reported', 'waiting']]);
      assert.deepEqual(await deliveries(people.otherManager.person, other), [['incident.reported', 'sent']]);
      assert.deepEqual(await shop.dueNow(), []);

      shop.setClock('2027-01-11T10:05:00Z');
      await work();

      assert.deepEqual(await deliveries(people.manager.person, ref), [['incident.reported', 'sent']]);
      assert.doesNotMatch(JSON.stringify(shop.logged), /Anna/);
    });
  }

  describe('at night', () => {
    beforeEach(() => shop.setClock('2027-01-11T21:00:00Z'));

    it('files at once, sends nothing before 7am, and gathers what has come by then', async () => {
      const refs = [await report(), await report()];

      await work();

      for (const ref of refs) {
        assert.deepEqual(await deliveries(people.manager.person, ref), [['incident.reported', 'waiting']]);
      }
      shop.setClock('2027-01-12T06:59:00Z');
      await work();
      assert.deepEqual(shop.sent, []);

      shop.setClock('2027-01-12T07:00:01Z');
      await work();
      assert.deepEqual(
        shop.sent.map(({ summary }) => summary),
        ['You have 2 new notices.'],
      );
    });

    it('does not announce in the morning what was read at night', async () => {
      const ref = await report();
      await work();
      const [notice] = await shop.inboxOf(people.manager.person, ref);
      await shop.house.desk.perform(people.manager, {
        id: newId(),
        name: 'inbox.markRead',
        input: { id: notice?.id },
      });

      shop.setClock('2027-01-12T07:00:01Z');
      await work();

      assert.deepEqual(shop.sent, []);
      assert.deepEqual(await shop.dueNow(), []);
    });
  });

  it('shows no state and no step to someone who may no longer see the record', async () => {
    await report();
    await drain({ ...shop.work, presentState: async () => undefined }, scope, always);

    assert.deepEqual(shop.sent[0]?.buttons, ['Open']);
    assert.equal(shop.sent[0]?.state, undefined);
  });
});
