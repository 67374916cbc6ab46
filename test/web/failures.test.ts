import assert from 'node:assert/strict';
import sinon from 'sinon';
import { refusal } from '../../bot/contract/refusal.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { StoreBusy } from '../../bot/desk/ports.ts';
import { people, post, startServer } from './running.ts';

const failing = (error: Error): Desk => {
  const ask = sinon.stub().rejects(error);
  return {
    perform: ask,
    ask,
    askAnything: ask,
    file: ask,
    backroom: {} as Desk['backroom'],
    demo: undefined,
  };
};

const askWith = async (error: Error) => {
  const app = await startServer({ desk: failing(error), demo: undefined });
  const answer = await post(app, '/api/questions/me', { input: {} }, { person: people.rosa });
  const text = await answer.text();
  await app.stop();
  return { answer, text, log: app.log };
};

describe('the API when something fails', () => {
  it('answers 503 and when to come back while the store is busy', async () => {
    const { answer, text } = await askWith(new StoreBusy(449));

    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '2');
    assert.equal(refusal.parse(JSON.parse(text)).code, 'busy');
  });

  it('answers anything unforeseen with 500 and a number, and keeps the error to the log', async () => {
    const { answer, text, log } = await askWith(new TypeError('Mary Example, NHS 9990000018'));

    const number = answer.headers.get('x-request-id') ?? '';
    assert.equal(answer.status, 500);
    assert.equal(refusal.parse(JSON.parse(text)).code, 'busy');
    assert.ok(text.includes(number));
    assert.doesNotMatch(text, /Mary|TypeError|\.ts/);
    const line = log.find((each) => each['msg'] === 'A request failed.');
    assert.equal(line?.['request'], number);
    assert.equal(line?.['error'], 'TypeError');
    assert.doesNotMatch(JSON.stringify(log), /Mary|9990000018/);
  });

  it('answers 503, not 401, while a sign-in cannot be checked', async () => {
    const app = await startServer({ signIn: sinon.stub().rejects(new Error('keys out of reach')) });

    const answer = await post(app, '/api/questions/me', { input: {} }, { person: people.rosa });
    await app.stop();

    assert.equal(answer.status, 503);
    assert.equal(refusal.parse(await answer.json()).code, 'busy');
  });
});
