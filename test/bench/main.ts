/** `npm run bench`: what the app costs, from one run on one machine. Prints; asserts nothing. */
import '../support/root.ts';
import { cpus } from 'node:os';
import { shortestReportTaps } from '../../bot/chat/shortestReportTaps.ts';
import { measureStartUp } from './startUp.ts';
import { measureStoreWaits } from './storeWaits.ts';
import { measureTurns } from './turns.ts';

const say = (line = '') => process.stdout.write(`${line}\n`);
const one = (number: number) => number.toFixed(1);

say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);

const turns = await measureTurns();
say('CPU of one turn, both answered to the same connector stub');
say(`  botbuilder's own echo turn    ${one(turns.echo)} ms`);
say(
  `  a turn that files a report    ${one(turns.report)} ms   ${one(turns.report / turns.echo)} × echo (bar: 2.5)\n`,
);

say('Waits on the store per command (bar: 3), and requests of the SDK');
for (const { command, waits, requests } of await measureStoreWaits()) {
  say(`  ${command.padEnd(28)}  ${waits} waits, ${requests} requests`);
}

const start = await measureStartUp();
say('\nThe app, tab already built');
say(
  `  start to ready                ${Math.round(start.milliseconds)} ms   (bar: 2000; node alone: ${Math.round(start.bareNodeMilliseconds)} ms)`,
);
say(
  `  idle memory                   ${start.idleMegabytes === 0 ? 'not measured here' : `${Math.round(start.idleMegabytes)} MB`}   (bar: 200)`,
);
say(`\nThe shortest report takes ${shortestReportTaps} taps.`);
