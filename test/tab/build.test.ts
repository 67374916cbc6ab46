import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

describe('deciding whether to build the tab', () => {
  let project: string;
  let made: number;
  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), 'build-'));
    made = 0;
    for (const path of [
      'tab/App.tsx',
      'tab/form/TextField.tsx',
      'bot/contract/roles.ts',
      'package-lock.json',
    ])
      await write(path, 'as it was');
    await build();
  });
  afterEach(() => rm(project, { recursive: true, force: true }));

  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), content);
  };
  const build = () =>
    buildTab({
      project,
      make: async () => {
        made += 1;
        await write('tab/dist/index.html', `made ${made}`);
      },
    });

  for (const path of [
    'tab/App.tsx',
    'tab/form/TextField.tsx',
    'tab/form/New.tsx',
    'tab/distance.ts',
    'bot/contract/roles.ts',
    'bot/contract/new.ts',
    'package-lock.json',
  ]) {
    it(`D1 a change of ${path} makes one build`, async () => {
      await write(path, 'changed');

      assert.equal(await build(), 'built');
      assert.equal(await build(), 'unchanged');
      assert.equal(made, 2);
    });
  }

  it('a file that goes or gets another name makes a build', async () => {
    await rename(join(project, 'tab/App.tsx'), join(project, 'tab/Main.tsx'));
    assert.equal(await build(), 'built');

    await rm(join(project, 'bot/contract/roles.ts'));
    assert.equal(await build(), 'built');
  });

  it('so does a result that is gone', async () => {
    await rm(join(project, 'tab/dist'), { recursive: true });

    assert.equal(await build(), 'built');
  });

  for (const path of ['bot/desk/desk.ts', 'tab/dist/index.html', 'README.md']) {
    it(`a change of ${path} makes none`, async () => {
      await write(path, 'changed');

      assert.equal(await build(), 'unchanged');
      assert.equal(made, 1);
    });
  }

  it('a build that failed is tried again', async () => {
    await write('tab/App.tsx', 'broken');
    const failing = buildTab({ project, make: async () => Promise.reject(new SyntaxError('no')) });
    await assert.rejects(failing, SyntaxError);

    assert.equal(await build(), 'built');
  });
});
