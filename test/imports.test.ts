/** The lint rule that keeps imports pointing one way, tried on files that turn an arrow round. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

const turned: readonly (readonly [file: string, from: string])[] = [
  ['bot/contract/probe.ts', '../domain/decision.ts'],
  ['bot/contract/probe.ts', 'restify'],
  ['bot/domain/incident/probe.ts', '../../desk/office.ts'],
  ['bot/domain/probe.ts', '../clock.ts'],
  ['bot/domain/probe.ts', 'node:crypto'],
  ['bot/domain/probe.ts', 'botbuilder'],
  ['bot/desk/probe.ts', '../store/client.ts'],
  ['bot/desk/commands/probe.ts', '../../outbound/gate.ts'],
  ['bot/desk/probe.ts', '../app.ts'],
  ['bot/store/probe.ts', '../outbound/gate.ts'],
  ['bot/outbound/probe.ts', '../store/client.ts'],
  ['bot/outbound/probe.ts', '../chat/bot.ts'],
  ['bot/chat/probe.ts', '../store/client.ts'],
  ['bot/chat/forms/probe.ts', '../../web/server.ts'],
  ['bot/web/probe.ts', '../chat/bot.ts'],
  ['bot/jobs/probe.ts', '../outbound/teamsSender.ts'],
  ['bot/jobs/probe.ts', '../demo/area.ts'],
  ['bot/clock.ts', './demo/area.ts'],
  ['bot/demo/probe.ts', '../store/client.ts'],
  ['bot/graph/probe.ts', '../web/signIn.ts'],
  ['bot/desk/probe.ts', '../graph/onBehalfOf.ts'],
  ['bot/web/probe.ts', '../graph/onBehalfOf.ts'],
  ['bot/web/probe.ts', '../documents/documents.ts'],
  ['bot/desk/questions/probe.ts', '../../documents/csvTable.ts'],
  ['bot/documents/probe.ts', '../store/client.ts'],
  ['tab/home/probe.ts', '../../bot/desk/desk.ts'],
];
const right: typeof turned = [
  ['bot/domain/incident/probe.ts', '../../contract/incident.ts'],
  ['bot/domain/probe.ts', 'zod'],
  ['bot/desk/commands/probe.ts', '../../domain/decision.ts'],
  ['bot/store/embedded/probe.ts', '../../desk/ports.ts'],
  ['bot/chat/probe.ts', '../outbound/gate.ts'],
  ['bot/jobs/probe.ts', '../desk/backroom.ts'],
  ['bot/graph/probe.ts', '../desk/graphPort.ts'],
  ['bot/documents/probe.ts', '../desk/documents.ts'],
  ['tab/home/probe.ts', '../../bot/contract/incident.ts'],
];

/** Lints one file that holds only this import; the names of the rules it breaks. */
function lint(file: string, from: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  const probe = join(folder, file);
  mkdirSync(dirname(probe), { recursive: true });
  // A repository of its own: what this project ignores, its temporary folder, is not ignored there.
  mkdirSync(join(folder, '.git'));
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  writeFileSync(probe, `import type { Probe } from '${from}';\nexport type Same = Probe;\n`);
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const result = spawnSync(process.execPath, [oxlint, '-c', '.oxlintrc.json', 'bot', 'tab'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true, force: true });
  return result.stdout;
}

describe('D3 imports point one way', () => {
  for (const [file, from] of turned) {
    it(`${file} may not import ${from}`, () => assert.match(lint(file, from), /no-restricted-imports/));
  }
  for (const [file, from] of right) {
    it(`${file} may import ${from}`, () => assert.doesNotMatch(lint(file, from), /no-restricted-imports/));
  }
});
