import assert from 'node:assert/strict';
import sinon from 'sinon';
import { createLease } from '../../bot/jobs/lease.ts';

const tenSeconds = 10_000;

describe('the lease of background work', () => {
  let timers: sinon.SinonFakeTimers;
  beforeEach(() => {
    timers = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => sinon.restore());

  /** A store in which `taking` answers every request, and work that goes on until it is ended. */
  function open(taking: (...lease: readonly unknown[]) => Promise<boolean> = async () => true) {
    const takeLease = sinon.spy(taking);
    const lease = createLease({ takeLease }, 'this process');
    const work = Promise.withResolvers<void>();
    return { takeLease, lease, end: work.resolve, working: lease.during(() => work.promise) };
  }
  const settled = () => new Promise(setImmediate);
  const beats = async (count: number) => {
    for (let beat = 0; beat < count; beat += 1) {
      timers.tick(tenSeconds);
      await settled();
    }
  };

  it('D17 is renewed while work goes on, and no longer', async () => {
    const { lease, takeLease, end, working } = open();
    await lease.mayGoOn();

    await beats(6);
    end();
    await working;
    await beats(6);

    assert.equal(takeLease.callCount, 7);
    assert.ok(takeLease.alwaysCalledWithExactly('outbox', 'this process', 30));
  });

  it('is not taken by work that was never allowed', async () => {
    const { lease, takeLease, end, working } = open(async () => false);

    const allowed = await lease.mayGoOn();
    await beats(6);
    end();
    await working;

    assert.equal(allowed, false);
    assert.equal(takeLease.callCount, 1);
  });

  it('D17 is left to others when work hangs for more than ten minutes', async () => {
    const { lease, takeLease, end, working } = open();
    await lease.mayGoOn();

    await beats(80);
    end();
    await working;

    assert.equal(takeLease.callCount, 61);
  });

  it('asks the store one question at a time', async () => {
    let asking = 0;
    let most = 0;
    const { lease, end, working } = open(async () => {
      asking += 1;
      most = Math.max(most, asking);
      await settled();
      asking -= 1;
      return true;
    });
    await lease.mayGoOn();

    timers.tick(tenSeconds);
    await Promise.all([lease.mayGoOn(), lease.mayGoOn()]);
    end();
    await working;

    assert.equal(most, 1);
  });

  it('survives a store that fails in between', async () => {
    const { lease, takeLease, end, working } = open();
    await lease.mayGoOn();
    const failing = createLease({ takeLease: async () => Promise.reject(new RangeError('down')) }, 'another');

    await beats(1);
    await assert.rejects(failing.mayGoOn(), RangeError);
    await failing.giveBack();
    end();
    await working;

    assert.equal(takeLease.callCount, 2);
  });
});
