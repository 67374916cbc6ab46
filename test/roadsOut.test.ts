/** HS-13 holds because there is one way out for each thing that leaves: nothing in the source goes round it. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const files = globSync('bot/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));

/** The files that hold this. */
const filesWith = (pattern: RegExp): string[] =>
  files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8'))).toSorted();

describe('HS-13 roads out', () => {
  it('one file makes the log', () => {
    assert.deepEqual(filesWith(/from 'pino'|import\('pino'\)|require\('pino'\)/), ['bot/log.ts']);
  });

  it('nobody else prints: the start-up sentences, what verify found, and the demo’s own program', () => {
    assert.deepEqual(filesWith(/process\.(?:stdout|stderr|emitWarning)|writeSync\(|node:(?:console|tty)/), [
      'bot/log.ts',
      'bot/main.ts',
      'bot/verify.ts',
    ]);
    assert.deepEqual(filesWith(/console\.\w+\(/), ['bot/demo/playground.ts']);
  });

  it('one file talks to Teams when nobody has asked, and it goes through the adapter and so the gate', () => {
    assert.deepEqual(filesWith(/continueConversation/), ['bot/outbound/teamsSender.ts']);
  });

  it('nothing reaches Teams’ connector past the turn, where the gate stands', () => {
    const past =
      /adapter\.(?:sendActivities|updateActivity|sendActivity)\(|createConnectorClient|ConnectorClient\b|ConnectorFactory|createConversation|TeamsInfo|bufferedReplyActivities\.push|INVOKE_RESPONSE_KEY|onSendActivities\(/;

    assert.deepEqual(filesWith(past), ['bot/outbound/gate.ts']);
  });
});
