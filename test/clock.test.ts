import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClock } from '../bot/clock.ts';

describe('the one clock', () => {
  it('runs ahead by its offset', () => {
    const [now, ahead] = [createClock(), createClock(86_400_000)];

    const hours = ahead.now().since(now.now()).total('hours');

    assert.equal(Math.round(hours), 24);
  });

  it('is the only place in bot/ that reads the machine’s', () => {
    const bot = join(import.meta.dirname, '..', 'bot');
    const sources = readdirSync(bot, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );

    const readers = sources.filter((file) =>
      /Date\.now\(|new Date\(\)|Temporal\.Now/.test(readFileSync(join(bot, file), 'utf8')),
    );

    assert.deepEqual(readers, ['clock.ts']);
  });
});
