import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { architecture, withTables } from './printDocs.ts';

describe('ARCHITECTURE.md', () => {
  it('prints the tables the code holds now (npm run docs writes them)', () => {
    const document = readFileSync(architecture, 'utf8');

    assert.equal(document, withTables(document));
    assert.match(document, /\| I3 \| `REPORTED` \| `IN_REVIEW` \|/);
  });
});
