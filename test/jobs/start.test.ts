import assert from 'node:assert/strict';
import sinon from 'sinon';
import { start, type Worker } from '../../bot/jobs/start.ts';
import { fileReport, people } from '../support/house.ts';
import { openShop, scope, type Shop } from './shop.ts';

type Chore = (mayGoOn: () => Promise<boolean>) => Promise<void>;

/** Until a worker has come to rest without having been asked to look around. */
const rest = async (reached: () => boolean) => {
  while (!reached()) await new Promise(setImmediate);
};

describe('worker', () => {
  let shop: Shop;
  let workers: Worker[];
  beforeEach(async () => {
    shop = await openShop();
    await shop.meet(people.manager.person);
    workers = [];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    shop.close();
    sinon.restore();
  });

  function open(work: Partial<Shop['work']> = {}, chores: readonly Chore[] = []): Worker {
    const worker = start({
      ...shop.work,
      ...work,
      chores,
      random: shop.house.office.random,
      every: 3_600_000,
    });
    workers.push(worker);
    return worker;
  }
  const report = () => fileReport(shop.house.desk, people.receptionist);

  it('does everything due, wherever it is, until nothing is', async () => {
    await report();

    await open().drained();

    assert.equal(shop.sent.length, 1);
    assert.deepEqual(await shop.dueNow(), []);
  });

  it('does what it is nudged to at once, and makes one round of many nudges', async () => {
    const due = sinon.spy(shop.work.backroom, 'outboxDue');
    const worker = open();
    await report();

    for (let nudge = 0; nudge < 5; nudge += 1) worker.nudge(scope);
    await rest(() => shop.sent.length > 0);
    await worker.stop();

    assert.equal(shop.sent.length, 1);
    // One page of work, and at most one look at what is left.
    assert.ok(due.callCount <= 2, `looked ${due.callCount} times`);
  });

  it('D17 looks after its chores when it looks at everything, not at every nudge, and after what is due', async () => {
    const order: string[] = [];
    const chore = async () => void order.push(`chore after ${shop.sent.length}`);
    await report();
    const worker = open({}, [chore]);

    await worker.drained();
    worker.nudge(scope);
    await worker.stop();

    assert.deepEqual(order, ['chore after 1']);
  });

  it('a chore stops where it is for a message that waits, and one that fails is told and stops nothing', async () => {
    const could: boolean[] = [];
    const chore: Chore = async (mayGoOn) => {
      could.push(await mayGoOn());
      worker.nudge(scope);
      could.push(await mayGoOn());
    };
    const failing: Chore = async () => {
      throw new TypeError('not to be shown');
    };
    const worker = open({}, [failing, chore]);

    await worker.drained();

    assert.deepEqual(could, [true, false]);
    assert.deepEqual(shop.logged, [{ fields: { why: 'TypeError' }, message: 'A chore could not be done.' }]);
  });

  it('hears a nudge that comes while it works', async () => {
    const worker = open();
    await report();
    const post = sinon.stub(shop.work.sender, 'post').callsFake(async () => {
      post.restore();
      await fileReport(shop.house.desk, people.otherReceptionist, { site: 'Harbour Lane' });
      await shop.meet(people.otherManager.person);
      worker.nudge(scope);
      return { sent: true, activity: 'first' };
    });

    worker.nudge(scope);
    await rest(() => shop.sent.length > 0);

    assert.equal(shop.sent[0]?.person, people.otherManager.person);
  });

  it('looks everywhere from time to time', async () => {
    const timers = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    open();
    await report();

    timers.tick(3_600_000);
    await rest(() => shop.sent.length > 0);

    assert.equal(shop.sent.length, 1);
  });

  it('D17 leaves the work to whoever holds the lease, and takes it over when the lease is given back', async () => {
    const [first, second] = [open(), open()];
    await first.drained();
    await report();

    await second.drained();
    assert.equal(shop.sent.length, 0);

    await first.stop();
    await second.drained();
    assert.equal(shop.sent.length, 1);
  });

  it('D17 takes over when the holder has died and its lease has run out', async () => {
    await shop.work.backroom.takeLease('outbox', 'a process that died', 30);
    await report();
    const worker = open();

    await worker.drained();
    assert.equal(shop.sent.length, 0);

    shop.setClock('2027-01-11T10:01:00Z');
    await worker.drained();
    assert.equal(shop.sent.length, 1);
  });

  it('D17 keeps the lease through one message that takes longer than the lease lasts', async () => {
    const timers = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const taken = sinon.spy(shop.work.backroom, 'takeLease');
    const second = open();
    const { sender } = shop.work;
    const slow: Shop['work']['sender']['post'] = async (...message) => {
      for (let tens = 0; tens < 9; tens += 1) {
        shop.setClock(shop.house.clock.now().add({ seconds: 10 }).toString());
        timers.tick(10_000);
        await Promise.all(taken.returnValues);
      }
      await second.drained();
      return sender.post(...message);
    };
    await report();

    await open({ sender: { ...sender, post: slow } }).drained();

    assert.equal(shop.sent.length, 1);
  });

  it('starts nothing more once it is stopped', async () => {
    const worker = open();
    await worker.stop();
    await report();

    worker.nudge(scope);
    await worker.drained();

    assert.equal(shop.sent.length, 0);
  });

  for (const failing of ['outboxDue', 'scopes', 'takeLease'] as const) {
    it(`survives a store that fails at ${failing}, and goes on when it answers again`, async () => {
      const stub = sinon.stub(shop.work.backroom, failing).rejects(new RangeError('Anna Schmidt'));
      const worker = open();
      await report();

      await worker.drained();
      assert.equal(shop.sent.length, 0);
      assert.ok(shop.logged.length > 0);
      assert.ok(shop.logged.every(({ fields }) => fields['why'] === 'RangeError'));

      stub.restore();
      await worker.drained();
      assert.equal(shop.sent.length, 1);
    });
  }
});
