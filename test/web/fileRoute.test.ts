import assert from 'node:assert/strict';
import { refusal } from '../../bot/contract/refusal.ts';
import { fileReport } from '../support/house.ts';
import { people, post, startServer, type Running } from './running.ts';

describe('the API for files (D19)', () => {
  let app: Running;
  let ref: string;
  before(async () => {
    app = await startServer();
    ref = await fileReport(app.desk, { person: people.rosa });
  });
  after(() => app.stop());

  const fetchFile = (sent: Parameters<typeof post>[3], name = 'audit.export', input: unknown = { ref }) =>
    post(app, `/api/files/${name}`, { input }, sent);

  it('gives the file to be saved, and lets nobody on the way keep a copy', async () => {
    const answer = await fetchFile({ person: people.nadia });

    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.match(
      answer.headers.get('content-disposition') ?? '',
      /^attachment; filename="[A-Za-z0-9.-]+\.csv"$/,
    );
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  });

  it('takes no token but the one in the header', async () => {
    const token = await app.tokenFor(people.nadia);

    for (const path of [
      `/api/files/audit.export?token=${token}`,
      `/api/files/audit.export?access_token=${token}`,
    ]) {
      const answer = await post(app, path, { input: { ref }, token });
      assert.equal(answer.status, 401);
    }
    const inBody = await post(
      app,
      '/api/files/audit.export',
      { input: { ref }, token },
      { person: people.nadia },
    );
    assert.equal(inBody.status, 400);
  });

  it('answers no GET, which an address alone could make', async () => {
    const token = await app.tokenFor(people.nadia);

    const answer = await fetch(`${app.url}/api/files/audit.export`, {
      headers: { authorization: `Bearer ${token}` },
    });

    assert.notEqual(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(answer.headers.get('content-disposition'), null);
  });

  const refusals: Record<string, [() => Promise<Response>, number]> = {
    'nobody who has signed in': [() => fetchFile({}), 401],
    'a role without the right': [() => fetchFile({ person: people.rosa }), 403],
    'a file there is none of': [() => fetchFile({ person: people.nadia }, 'audit.burn'), 404],
    'a name that is a step in a path': [
      () => fetchFile({ person: people.nadia }, '..%2f..%2fpackage.json'),
      404,
    ],
    'a wrong input': [() => fetchFile({ person: people.nadia }, 'audit.export', { nothing: 1 }), 400],
  };
  for (const [what, [ask, status]] of Object.entries(refusals)) {
    it(`answers ${status} to ${what}, in plain words`, async () => {
      const answer = await ask();

      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('content-disposition'), null);
      refusal.parse(await answer.json());
    });
  }
});
