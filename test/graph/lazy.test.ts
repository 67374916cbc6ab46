import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNode } from '../support/nodeProcess.ts';

describe('graph: teamsfx is loaded at its first use', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'graph-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('D18 not by the app, not where Graph is not configured, not for a token that is refused', async () => {
    const { ended, printed } = startNode('test/graph/whatIsLoaded.ts', {
      PORT: '0',
      DATA_FILE: join(folder, 'records.sqlite'),
    });

    assert.equal(await ended, 0, printed.err);
    assert.deepEqual(printed.out.trim().split('\n'), [
      'app started: not loaded',
      'not configured: not loaded',
      'token refused: not loaded',
      'token genuine: loaded',
    ]);
  });
});
