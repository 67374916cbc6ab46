/** Child process of lazy.test.ts: says after each step whether adaptivecards-templating is in memory. */
import { createRequire } from 'node:module';
import { startApp } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { gatheredMessage } from '../../bot/outbound/noticeCards.ts';

const { cache } = createRequire(import.meta.url);

function say(step: string): void {
  const loaded = Object.keys(cache).some((file) => /[\\/]adaptivecards-templating[\\/]/.test(file));
  process.stdout.write(`${step}: ${loaded ? 'loaded' : 'not loaded'}\n`);
}

const app = await startApp(readConfig(process.env));
say('app started');
gatheredMessage(2);
say('first card');
await app.stop();
