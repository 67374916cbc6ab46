/** `npm run bench`: what the app costs, from one run on one machine. Prints; asserts nothing. */
import '../support/root.ts';
import { cpus } from 'node:os';
import { shortestReportTaps } from '../../bot/chat/shortestReportTaps.ts';
import { measureGrowth, sizes } from './growth.ts';
import { measureStartUp } from './startUp.ts';
import { measureStoreWaits } from './storeWaits.ts';
import { measureTab } from './tab.ts';
import { measureTurns } from './turns.ts';

const say = (line = '') => process.stdout.write(`${line}\n`);
const count = (number: number) => number.toLocaleString('en-GB');
const one = (number: number) => number.toFixed(1);

say(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);

const turns = await measureTurns();
say('CPU of one turn, all answered to the same connector stub');
say(`  botbuilder's own echo turn    ${one(turns.echo)} ms`);
say(
  `  a turn that files a report    ${one(turns.report)} ms   ${one(turns.report / turns.echo)} × echo (bar: 2.5)`,
);
say(
  `  a turn that files a referral  ${one(turns.referral)} ms   ${one(turns.referral / turns.echo)} × echo (bar: 2.5)\n`,
);

say('Waits on the store per command (bar: 3), and requests of the SDK');
for (const { command, waits, requests } of await measureStoreWaits()) {
  say(`  ${command.padEnd(28)}  ${waits} waits, ${requests} requests`);
}

say(`\nGrowth from ${count(sizes.small)} cases to ${count(sizes.large)} (bar: 1.20 at p95), in turns`);
for (const { what, p95, median, requests } of await measureGrowth()) {
  const times = (at: typeof p95) =>
    `${(at.large / at.small).toFixed(2)} × (${one(at.small)} → ${one(at.large)} ms)`;
  say(
    `  ${what.padEnd(28)}  p95 ${times(p95)}, median ${times(median)}, requests ${requests.small} → ${requests.large}`,
  );
}

const start = await measureStartUp();
say('\nThe app, tab already built');
say(
  `  start to ready                ${Math.round(start.milliseconds)} ms   (bar: 2000; node alone: ${Math.round(start.bareNodeMilliseconds)} ms)`,
);
const megabytes = (amount: number) => (amount === 0 ? 'not measured here' : `${Math.round(amount)} MB`);
say(`  idle memory                   ${megabytes(start.idleMegabytes)}   (bar: 200)`);
say(
  `  the first word in chat        ${Math.round(start.firstTurn)} ms   (bar: 3500; it loads what cards need)`,
);
say(`  memory after it               ${megabytes(start.megabytesAfterTurn)}\n`);

const { tab, bare } = await measureTab();
const beside = (label: string, ours: string, theirs: string, more = '') =>
  say(`  ${label.padEnd(30)}${ours.padEnd(12)}${theirs.padEnd(12)}${more}`);
const milliseconds = (amount: number) => `${Math.round(amount)} ms`;
const times = (ours: number, theirs: number) => `${(ours / theirs).toFixed(2)} ×`;
say(
  "\nThe tab's first route, signed in, and a bare page of React and Fluent with a form, a dialog and a table",
);
beside('', 'the tab', 'bare page');
beside(
  'JavaScript fetched, gzip',
  `${one(tab.cost.kilobytes)} kB`,
  `${one(bare.cost.kilobytes)} kB`,
  '(bar: 180)',
);
beside('first content', milliseconds(tab.cost.firstContent), milliseconds(bare.cost.firstContent));
beside(
  'largest content (LCP)',
  milliseconds(tab.cost.largestContent),
  milliseconds(bare.cost.largestContent),
  times(tab.cost.largestContent, bare.cost.largestContent),
);
beside('axe violations', `${tab.cost.violations}`, `${bare.cost.violations}`, '(bar: 0)');
say('  Lighthouse, as it comes (a phone on a slow line, simulated)');
beside('accessibility', `${tab.scores.accessibility}`, `${bare.scores.accessibility}`, '(bar: 100)');
beside(
  'performance',
  `${tab.scores.performance}`,
  `${bare.scores.performance}`,
  '(bar: no worse than the bare page)',
);
beside('first content', milliseconds(tab.scores.firstContent), milliseconds(bare.scores.firstContent));
beside(
  'largest content (LCP)',
  milliseconds(tab.scores.largestContent),
  milliseconds(bare.scores.largestContent),
  `${times(tab.scores.largestContent, bare.scores.largestContent)} (bar: 1)`,
);
beside('layout shift', tab.scores.shift.toFixed(3), bare.scores.shift.toFixed(3));
if (tab.scores.barriers.length > 0) say(`  Accessibility audits failed: ${tab.scores.barriers.join(', ')}`);
say(`\nThe shortest report takes ${shortestReportTaps} taps.`);
