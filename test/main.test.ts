import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPeople } from '../bot/demo/area.ts';
import { startAppProcess } from './journeys/support/runningApp.ts';
import { startNode } from './support/nodeProcess.ts';

describe('npm start', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'main-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('D14 says where the app is and who can sign in, warns of nothing, and stops when asked to', async () => {
    const app = await startAppProcess(folder);

    const health = await fetch(`${app.url}/health`);
    const code = await app.stop();

    assert.equal(health.status, 200);
    assert.equal(code, 0);
    const { out, err } = app.printed;
    assert.match(out, new RegExp(`${app.url}/api/messages; open the chat with: npm run chat`));
    assert.match(out, new RegExp(`${app.url}/api/openapi.json`));
    for (const { name } of demoPeople) assert.ok(out.includes(name), `${name} can sign in`);
    assert.equal(err, '');
  });

  it('D13 half a production configuration does not start, and names what is missing and no value', async () => {
    const { ended, printed } = startNode('bot/main.ts', {
      DATA_FILE: join(folder, 'never.sqlite'),
      ENTRA_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
      ANCHORS_CONTAINER_URL: 'https://anchors.example/anchors',
      PERSON_HASH_KEY: 'a-key-that-is-not-to-be-shown-to-anybody',
    });

    assert.equal(await ended, 1);
    assert.equal(printed.out, '');
    assert.match(printed.err, /^Common Ground does not start with this configuration\. Missing: [^\n]+\n$/);
    for (const missing of ['PUBLIC_URL', 'MICROSOFT_APP_ID', 'ENTRA_TENANT_ID', 'COSMOS_ENDPOINT'])
      assert.ok(printed.err.includes(missing), missing);
    assert.doesNotMatch(printed.err, /not-to-be-shown|3333|\bat .+\.ts:/);
  });
});
