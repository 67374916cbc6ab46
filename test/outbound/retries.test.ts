import assert from 'node:assert/strict';
import sinon from 'sinon';
import { isWorthRepeating, statusOf, withRetries } from '../../bot/outbound/retries.ts';

const answered = (statusCode: number, retryAfter?: string) =>
  Object.assign(new Error('refused'), {
    statusCode,
    response: { headers: { get: (name: string) => (name === 'retry-after' ? retryAfter : undefined) } },
  });

function waiting(jitter = 0) {
  const pause = sinon.fake.resolves(undefined);
  const random = { below: () => jitter, hex: () => '', uuid: () => '' };
  return { pause, random, waits: () => pause.getCalls().map((call) => Number(call.firstArg)) };
}

describe('withRetries', () => {
  for (const status of [412, 429, 502, 504]) {
    it(`repeats after ${status}, waiting longer each time`, async () => {
      const { waits, ...wait } = waiting();
      const attempt = sinon.stub().rejects(answered(status)).onCall(3).resolves('sent');

      assert.equal(await withRetries(attempt, wait), 'sent');
      assert.deepEqual(waits(), [1_000, 2_000, 4_000]);
    });
  }

  for (const error of [answered(400), answered(403), answered(404), answered(500), new Error('no status')]) {
    it(`does not repeat after ${statusOf(error) ?? 'something that is no answer'}`, async () => {
      const { waits, ...wait } = waiting();
      const attempt = sinon.stub().rejects(error);

      await assert.rejects(withRetries(attempt, wait), error);
      assert.equal(attempt.callCount, 1);
      assert.deepEqual(waits(), []);
    });
  }

  it('gives up after five tries with the last error', async () => {
    const { waits, ...wait } = waiting();
    const attempt = sinon.stub().rejects(answered(429));

    await assert.rejects(withRetries(attempt, wait), isWorthRepeating);
    assert.equal(attempt.callCount, 5);
    assert.deepEqual(waits(), [1_000, 2_000, 4_000, 8_000]);
  });

  it('waits as long as Retry-After says, a minute at most, and a little by chance', async () => {
    const { waits, ...wait } = waiting(7);
    const attempt = sinon.stub();
    attempt.onCall(0).rejects(answered(429, '5'));
    attempt.onCall(1).rejects(answered(429, '0'));
    attempt.onCall(2).rejects(answered(429, '900'));
    attempt.onCall(3).rejects(answered(429, 'soon'));
    attempt.onCall(4).resolves('sent');

    await withRetries(attempt, wait);

    assert.deepEqual(waits(), [5_007, 7, 60_000, 8_007]);
  });
});
