import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildTab } from '../../tab/build.ts';

const dist = join(import.meta.dirname, '..', '..', 'tab', 'dist');

describe('building the tab', () => {
  before(async function () {
    this.timeout(120_000);
    await buildTab();
  });

  it('D1 a second build finds nothing to do', async () => {
    assert.equal(await buildTab(), 'unchanged');
  });

  it('the page holds no script of its own, so that the policy need allow none', async () => {
    const page = await readFile(join(dist, 'index.html'), 'utf8');

    const scripts = [...page.matchAll(/<script[^>]*>([^<]*)<\/script>/g)];
    assert.equal(scripts.length, 1);
    assert.equal(scripts[0]?.[1]?.trim(), '');
    assert.doesNotMatch(page, / on[a-z]+=/);
  });

  it('no script holds zod or may evaluate text', async () => {
    const names = (await readdir(join(dist, 'assets'))).filter((name) => name.endsWith('.js'));
    const scripts = await Promise.all(names.map((name) => readFile(join(dist, 'assets', name), 'utf8')));

    assert.ok(scripts.length > 5);
    for (const script of scripts)
      assert.doesNotMatch(script, /ZodError|ZodObject|\bnew Function\b|[^.\w]eval\(/);
  });
});
