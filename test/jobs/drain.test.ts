import assert from 'node:assert/strict';
import type { Records } from '../../bot/desk/ports.ts';
import type { OutboxRow } from '../../bot/desk/rows.ts';
import { drain } from '../../bot/jobs/drain.ts';
import { fileReport, people } from '../support/house.ts';
import { openShop, scope, type Shop } from './shop.ts';

const always = async () => true;

describe('drain', () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop();
    await shop.meet(people.manager.person);
  });
  afterEach(() => shop.close());

  const report = () => fileReport(shop.house.desk, people.receptionist);

  /** A store that dies before or after its nth write, and every write after it. */
  function dyingAt(nth: number, when: 'before' | 'after'): Records {
    const { records } = shop.house.office;
    let writes = 0;
    return {
      ...records,
      async commit(place, operations) {
        writes += 1;
        if (writes > nth || (writes === nth && when === 'before')) throw new Error('died');
        const result = await records.commit(place, operations);
        if (writes === nth) throw new Error('died');
        return result;
      },
    };
  }

  for (const when of ['before', 'after'] as const) {
    for (const nth of [1, 2, 3, 4]) {
      it(`D17 files once and loses nothing when the process dies ${when} its write ${nth}`, async () => {
        const ref = await report();

        await drain(shop.workWith(dyingAt(nth, when)), scope, always);
        shop.setClock('2027-01-11T10:05:00Z');
        await drain(shop.work, scope, always);
        await drain(shop.work, scope, always);

        const notices = await shop.inboxOf(people.manager.person, ref);
        assert.deepEqual(
          notices.map(({ delivery }) => delivery),
          ['sent'],
        );
        assert.ok(shop.sent.length >= 1 && shop.sent.length <= 2, `sent ${shop.sent.length} times`);
        assert.deepEqual(await shop.dueNow(), []);
      });
    }
  }

  it('D17 files once when two workers run at the same moment', async () => {
    const ref = await report();

    await Promise.all([drain(shop.work, scope, always), drain(shop.work, scope, always)]);

    assert.equal((await shop.inboxOf(people.manager.person, ref)).length, 1);
    assert.deepEqual(await shop.dueNow(), []);
    assert.equal((await shop.postedFor(ref)).length, 1);
  });

  describe('two workers under one lease, while every message takes twenty seconds', () => {
    const told = [people.manager, people.gp, people.receptionist, people.colleague].map((one) => one.person);
    const leaseOf = (holder: string) => async () => shop.work.backroom.takeLease('outbox', holder, 30);
    const secondsLater = (seconds: number) =>
      shop.setClock(shop.house.clock.now().add({ seconds }).toString());

    /** A sender so slow that the other worker looks in while each of its messages is on its way. */
    const slowly = (): Shop['work'] => {
      const { sender } = shop.work;
      const meanwhile = async () => {
        secondsLater(20);
        await drain(shop.work, scope, leaseOf('second'));
      };
      return {
        ...shop.work,
        sender: {
          post: async (...message) => {
            await meanwhile();
            return sender.post(...message);
          },
          edit: async (...message) => {
            await meanwhile();
            return sender.edit(...message);
          },
        },
      };
    };
    const fileForAll = async (ref: string) => {
      for (const person of told) {
        await shop.meet(person);
        const payload = { template: 'incident.reported', ref, to: { person } };
        const row = outboxRow(`outbox:${ref}:${person}`, 'notice', payload);
        await shop.house.office.records.commit(scope, [{ op: 'create', row }]);
      }
    };

    it('D17 send each notice once', async () => {
      await fileForAll('INC-2027-4839271');

      await drain(slowly(), scope, leaseOf('first'));

      assert.deepEqual(shop.sent.map(({ person }) => person).toSorted(), told.toSorted());
      assert.deepEqual(await shop.dueNow(), []);
    });

    it('D17 edit each card once', async () => {
      const ref = await report();
      await drain(shop.work, scope, always);
      const [card] = await shop.postedFor(ref);
      assert.ok(card);
      for (const copy of ['a', 'b', 'c']) {
        const row = { ...card, id: `${card.id}-${copy}`, activity: copy };
        await shop.house.office.records.commit(scope, [{ op: 'create', row }]);
      }
      const change = outboxRow('outbox:change:0', 'cards', { ref });
      await shop.house.office.records.commit(scope, [{ op: 'create', row: change }]);
      shop.sent.length = 0;

      await drain(slowly(), scope, leaseOf('first'));

      const edited = shop.sent.filter(({ act }) => act === 'edit').map(({ activity }) => activity);
      assert.deepEqual(new Set(edited), new Set(['activity-1', 'a', 'b', 'c']));
      assert.equal(edited.length, 4);
      assert.deepEqual(await shop.dueNow(), []);
    });
  });

  for (const topic of ['notice', 'cards', 'effect'] as const) {
    it(`D17 leaves each ${topic} it was not allowed due, without a try counted`, async () => {
      const ref = await report();
      if (topic === 'cards') await drain(shop.work, scope, always);
      const payload = { template: 'incident.reported', ref, to: { person: people.gp.person } };
      await shop.meet(people.gp.person);
      const row = outboxRow('outbox:left:0', topic, payload);
      await shop.house.office.records.commit(scope, [{ op: 'create', row }]);
      shop.sent.length = 0;
      let asked = 0;
      const onlyThePage = async () => (asked += 1) === 1;

      await drain(shop.work, scope, onlyThePage);

      assert.deepEqual(shop.sent, []);
      const left = (await shop.dueNow()).find(({ id }) => id === row.id);
      assert.equal(left?.tries, 0);
    });
  }

  it('works off more than one page', async () => {
    const rows = Array.from({ length: 70 }, (_, number) => outboxRow(`outbox:many:${number}`, 'notice'));
    for (const row of rows) await shop.house.office.records.commit(scope, [{ op: 'create', row }]);

    await drain(shop.work, scope, always);

    assert.deepEqual(await shop.dueNow(), []);
    assert.equal((await shop.inboxOf(people.manager.person, 'INC-2027-4839271')).length, 50);
    assert.deepEqual(
      shop.sent.map(({ summary }) => summary),
      ['You have 50 new notices.', 'You have 20 new notices.'],
    );
  });

  it('does nothing when it may not go on', async () => {
    await report();

    await drain(shop.work, scope, async () => false);

    assert.deepEqual(shop.sent, []);
    assert.equal((await shop.dueNow()).length, 1);
  });

  it('sets aside after 20 tries what cannot be done, still pending, and logs ids only', async () => {
    const poison = outboxRow('outbox:poison:0', 'letters');
    await shop.house.office.records.commit(scope, [{ op: 'create', row: poison }]);

    for (let hour = 0; hour < 25; hour += 1) {
      shop.setClock(
        Temporal.Instant.from('2027-01-11T10:00:00Z')
          .add({ minutes: 61 * hour })
          .toString(),
      );
      await drain(shop.work, scope, always);
    }

    const kept = await shop.house.office.records.read(scope, poison.id, 'outbox');
    assert.equal(kept?.row.pending, true);
    assert.equal(kept?.row.tries, 20);
    assert.equal(kept?.row.notBefore.slice(0, 4), '2126');
    assert.equal(shop.logged.length, 20);
    assert.deepEqual(shop.logged.at(-1), {
      fields: { row: poison.id, scope, tries: 20, why: 'unknown topic' },
      message: 'Background work was given up.',
    });
  });

  it('waits longer after every failure, an hour at most', async () => {
    const row = outboxRow('outbox:slow:0', 'letters');
    await shop.house.office.records.commit(scope, [{ op: 'create', row }]);
    const waits: number[] = [];

    for (let tries = 0; tries < 12; tries += 1) {
      const before = shop.house.clock.now();
      await drain(shop.work, scope, always);
      const kept = await shop.house.office.records.read(scope, row.id, 'outbox');
      const next = Temporal.Instant.from(kept?.row.notBefore ?? '');
      waits.push(Math.round(next.since(before).total('seconds')));
      shop.setClock(next.add({ seconds: 1 }).toString());
    }

    assert.deepEqual(waits.slice(0, 4), [10, 20, 40, 80]);
    assert.deepEqual(waits.slice(-2), [3_600, 3_600]);
  });

  it('lets one bad row hold up no other', async () => {
    const bad = outboxRow('outbox:bad:0', 'notice', {
      template: 'incident.reported',
      ref: 'INC-2027-0000000',
    });
    await shop.house.office.records.commit(scope, [{ op: 'create', row: bad }]);
    const ref = await report();

    await drain(shop.work, scope, always);

    assert.equal(shop.sent.length, 1);
    assert.match(shop.sent[0]?.summary ?? '', new RegExp(ref));
    assert.equal(shop.logged.length, 1);
  });
});

function outboxRow(id: string, topic: string, payload?: OutboxRow['payload']): OutboxRow {
  const at = '2027-01-11T09:00:00Z';
  return {
    id,
    scope,
    kind: 'outbox',
    topic,
    at,
    pending: true,
    tries: 0,
    notBefore: at,
    payload: payload ?? {
      template: 'incident.reported',
      ref: 'INC-2027-4839271',
      to: { person: people.manager.person },
    },
  };
}
