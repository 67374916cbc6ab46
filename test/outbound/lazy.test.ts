import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNode } from '../support/nodeProcess.ts';

describe('outbound: what cards are made with is loaded with the first card', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'cards-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('not by the start of the app, and then at once', async () => {
    const { ended, printed } = startNode('test/outbound/whatIsLoaded.ts', {
      PORT: '0',
      DATA_FILE: join(folder, 'records.sqlite'),
    });

    assert.equal(await ended, 0, printed.err);
    assert.deepEqual(printed.out.trim().split('\n'), ['app started: not loaded', 'first card: loaded']);
  });
});
