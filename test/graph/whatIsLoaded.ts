/**
 * Child process of lazy.test.ts: says after each step whether teamsfx is in memory. The last step is the one that loads
 * it, and shows that this can be seen; its assertion is one that teamsfx itself cannot read, so nothing is sent.
 */
import { createRequire } from 'node:module';
import { pino } from 'pino';
import { startApp } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { noGraph, onBehalfOf } from '../../bot/graph/onBehalfOf.ts';

const { cache } = createRequire(import.meta.url);
const permissions = ['OnlineMeetings.ReadWrite'] as const;

function say(step: string): void {
  const loaded = Object.keys(cache).some((file) => /[\\/]@microsoft[\\/]teamsfx[\\/]/.test(file));
  process.stdout.write(`${step}: ${loaded ? 'loaded' : 'not loaded'}\n`);
}

const finding = (signedIn: object | undefined) =>
  onBehalfOf({
    signIn: async () => signedIn,
    clientId: 'unused',
    clientSecret: 'unused',
    log: pino({ level: 'silent' }),
  });

const app = await startApp(readConfig(process.env));
say('app started');
await app.stop();
await noGraph('a.b.c', permissions);
say('not configured');
await finding(undefined)('a.b.c', permissions);
say('token refused');
await finding({})('e30.e30.', permissions);
say('token genuine');
