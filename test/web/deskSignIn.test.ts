import assert from 'node:assert/strict';
import { EncryptJWT } from 'jose';
import { refusal } from '../../bot/contract/refusal.ts';
import { people, post, startServer, type Running } from './running.ts';

/** A demo token under a key of 32 like bytes, good until so many seconds from now; the server's own key is of sevens. */
const mint = (key: number, secondsLeft: number, issuer = 'common-ground-demo') =>
  new EncryptJWT({ sub: people.rosa })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuer(issuer)
    .setExpirationTime(`${secondsLeft} seconds`)
    .encrypt(new Uint8Array(32).fill(key));

describe('sign-in to the API', () => {
  let app: Running;
  before(async () => {
    app = await startServer();
  });
  after(() => app.stop());

  const ask = (headers: Record<string, string>) =>
    fetch(`${app.url}/api/questions/me`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{"input":{}}',
    });
  it('lets a good token in', async () => {
    const answer = await ask({ authorization: `Bearer ${await mint(7, 60)}` });

    assert.equal(answer.status, 200);
    assert.equal(((await answer.json()) as { person: string }).person, people.rosa);
  });

  const bad: Record<string, () => Promise<Record<string, string>>> = {
    missing: async () => ({}),
    'not a token': async () => ({ authorization: 'Bearer nothing' }),
    'another scheme': async () => ({ authorization: 'Basic cm9zYTpyb3Nh' }),
    'forged with another key': async () => ({ authorization: `Bearer ${await mint(8, 60)}` }),
    expired: async () => ({ authorization: `Bearer ${await mint(7, -60)}` }),
    'of another issuer': async () => ({ authorization: `Bearer ${await mint(7, 60, 'x')}` }),
    unsigned: async () => ({
      authorization: `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(
        JSON.stringify({ sub: people.rosa }),
      ).toString('base64url')}.`,
    }),
  };
  for (const [what, headers] of Object.entries(bad)) {
    it(`answers 401 to a token that is ${what}`, async () => {
      const answer = await ask(await headers());

      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
      assert.equal(refusal.parse(await answer.json()).code, 'signIn');
    });
  }

  it('D13 answers 401 to somebody who is not in the directory', async () => {
    const answer = await post(app, '/api/questions/me', { input: {} }, { person: 'stranger' });

    assert.equal(answer.status, 401);
    assert.equal(refusal.parse(await answer.json()).code, 'signIn');
  });

  it('reads nothing a stranger sends', async () => {
    const answer = await post(app, '/api/commands/incident.report', '{ not json');

    assert.equal(answer.status, 401);
  });
});
