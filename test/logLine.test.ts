import assert from 'node:assert/strict';
import fc from 'fast-check';
import { logMessages } from '../bot/desk/logPort.ts';
import { lineToLeave } from '../bot/logLine.ts';

const leave = (line: unknown): Record<string, unknown> =>
  JSON.parse(lineToLeave(JSON.stringify(line))) as Record<string, unknown>;
const uuid = '0b7c9ad3-58f8-4a7e-9a64-6f4f4ad7e0c1';
const hex = '3f2a9c0d1b4e5f60718293a4b5c6d7e8';

describe('HS-13 a line of the log', () => {
  const said = { level: 40, time: 1_800_000_000_000, msg: 'A request failed.' };
  const harmless: Record<string, readonly unknown[]> = {
    part: ['web', 'restify', 'chat', 'jobs', 'graph', 'store', 'process'],
    event: ['turn', 'apology', 'edit'],
    request: [uuid],
    method: ['GET', 'POST'],
    route: ['none', '/', '/*', '/api/commands/:name', '/api/openapi.json'],
    status: [200, 503],
    milliseconds: [12],
    answered: [true, false],
    activity: ['1795329476629', `f:${uuid}`, uuid],
    message: ['1795329476629'],
    type: ['message', 'invoke'],
    row: [`outbox:${uuid}:0`, `outbox:take-${hex}:12`, `outbox:effect.outbox.${uuid}.0:1`],
    scope: ['directory', 'area:brookshire', 'org:steady-ground', 'inbox:person-101'],
    tries: [3],
    error: ['TypeError', 'Error', 'StoreBusy', 'Error ECONNRESET', 'CosmosError 404', 'undefined'],
    why: ['busy', 'RestError 412', 'unknown topic', 'no addressee', 'refused: stale'],
    at: ['bot/desk/perform.ts:83'],
    code: ['ServiceError', 'TimedOut', 'Unknown'],
    entra: ['AADSTS7000222'],
    surface: ['channel'],
    kind: ['NHS number', 'not on the list'],
    field: ['attachments'],
    ref: ['INC-2027-4839271'],
  };
  for (const [name, values] of Object.entries(harmless)) {
    for (const value of values) {
      it(`keeps ${name} ${String(value)}`, () => {
        assert.deepEqual(leave({ ...said, [name]: value }), { ...said, [name]: value });
      });
    }
  }

  const telling: Record<string, readonly unknown[]> = {
    part: ['Maurice Tindall'],
    event: ['Maurice'],
    request: ['chosen by a client', '9990000018'],
    method: ['TINDALL'],
    route: ['/api/Tindall', '/incidents/INC-2027-4839271?name=Tindall', '/Maurice'],
    status: ['Tindall', null, { a: 1 }],
    answered: ['yes'],
    activity: ['999 000 0018', '9990000018', '07700900123', 'MauriceTindall', 'in-1'],
    message: ['07700 900123'],
    type: ['Tindall'],
    row: ['outbox:MauriceTindall:0', 'outbox:9990000018:0', `outbox:${uuid}:0 shouted`, 7],
    scope: ['area:Brook Shire', 'org:Tindall', 'elsewhere'],
    error: ['Error: Maurice Tindall shouted', 'Maurice', 'TypeError at Millbrook', 'Error Maurice'],
    why: ['Maurice Tindall', 'refused: he shouted', 'he shouted'],
    at: ['at Tindall (bot/desk/perform.ts:83:4)', '/home/someone/bot/desk/perform.ts:83'],
    code: ['Tindall', 'maurice@example.com'],
    entra: ['AADSTS50034: the account maurice@example.com'],
    surface: ['Tindall'],
    kind: ['Tindall'],
    field: ['Maurice'],
    ref: ['INC-2027-4839271 Tindall', 'SGC-2027-4839271', '9990000018'],
  };
  for (const [name, values] of Object.entries(telling)) {
    for (const value of values) {
      it(`takes out ${name} ${JSON.stringify(value)}, and says so`, () => {
        assert.deepEqual(leave({ ...said, [name]: value }), { ...said, withheld: 1 });
      });
    }
  }

  it('takes out every field that is not on the list', () => {
    const line = {
      ...said,
      err: { message: 'Maurice Tindall', stack: 'at …' },
      req: { body: {} },
      name: 'x',
      hostname: 'h',
    };

    assert.deepEqual(leave(line), { ...said, withheld: 4 });
  });

  it('keeps no sentence but its own', () => {
    const msg = 'Discarded returned value from async handler';

    for (const own of logMessages) assert.equal(leave({ level: 30, msg: own }).msg, own);
    assert.deepEqual(leave({ level: 40, msg }), {
      level: 40,
      withheld: 1,
      msg: 'Something was said that the log may not hold.',
    });
    assert.equal(leave({ level: 30 }).withheld, 1);
  });

  it('lets nothing pass that is no JSON object', () => {
    for (const line of ['Maurice Tindall', '"Maurice"', '["Maurice"]', 'null', ''])
      assert.doesNotMatch(lineToLeave(line), /Maurice/);
  });

  it('knows of no field but its own, whatever a line is called after', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      assert.doesNotMatch(lineToLeave(`{"level":30,"msg":"Answered.","${name}":"Tindall"}`), /Tindall/);
  });

  it('lets no word of a text through, whatever field it is put into', () => {
    const words = fc.constantFrom(
      'Tindall',
      'Maurice',
      'shouted',
      '9990000018',
      '07700900123',
      'BK1 1AA',
      'he said',
    );
    const name = fc.constantFrom(...Object.keys(harmless), 'msg', 'err', 'value');
    fc.assert(
      fc.property(name, words, fc.string(), (field, word, more) => {
        const line = lineToLeave(JSON.stringify({ ...said, [field]: `${word} ${more}` }));
        assert.ok(!line.includes(word), line);
      }),
    );
  });
});
