/** `npm run verify`: proves the chain over the whole store, or names the first broken link. Exit code 0 or 1. */
import { existsSync } from 'node:fs';
import { createClock } from './clock.ts';
import { readConfig } from './config.ts';
import { verifyStore, type Counts } from './desk/audit/verify.ts';
import { createDemoDesk } from './desk/demoDesk.ts';
import { dateLabel } from './domain/time/labels.ts';
import { openStore } from './store/client.ts';
import { booksOf } from './surroundings.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

const notProved = `
What this does not prove: that what was written was true; anything since the last seal, beyond that each record's own
chain holds; what destroyed content had said; and nothing at all against somebody who can change both the store and the
anchors outside it.`;

async function main(): Promise<boolean> {
  const config = readConfig(process.env);
  if (config.mode === 'demo' && !existsSync(config.DATA_FILE))
    throw new Error(`There is no store at ${config.DATA_FILE}. Start the app once, or set DATA_FILE.`);
  const { store: place, anchors } = await booksOf(config);
  const store = await openStore(place);
  try {
    const clock = createClock();
    if (config.mode === 'demo') clock.setOffset(await createDemoDesk(store).clockOffset());
    const verified = await verifyStore({ ...store, anchors, clock });
    say(inWords(verified.counts));
    say(verified.holds ? 'The chain holds.' : `Broken: ${verified.broken}`);
    say(notProved);
    return verified.holds;
  } finally {
    store.close();
  }
}

function inWords(counts: Readonly<Counts>): string {
  const { scopes, records, entries, stubs, lines, seals, anchors, sealedUpTo } = counts;
  const last = sealedUpTo ? `, up to ${dateLabel(Temporal.PlainDate.from(sealedUpTo))}` : '';
  return `${scopes} scopes, ${records} records, ${entries} entries of history, ${lines} lines of the access log.
${seals} daily seals, ${anchors} of them found again outside the store${last}.
Not sealed yet: ${counts.unsealedEntries} entries, ${counts.unsealedLines} lines. Content destroyed: ${stubs} entries.`;
}

const whyNot = (error: unknown) => (error instanceof Error ? error.message : 'The store could not be read.');

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${whyNot(error)}\n`);
  process.exitCode = 1;
}
