import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { nameOf, placeOf } from '../bot/desk/errorNames.ts';
import { makeReference } from '../bot/domain/references.ts';
import { createLog, type LogLevel } from '../bot/log.ts';
import { watchProcess } from '../bot/watchProcess.ts';

function logged(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const log = createLog(level, (line) => void lines.push(line));
  return { log, lines, read: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}
const tindall = () => new TypeError('Maurice Tindall, NHS 9990000018');

describe('HS-13 the log', () => {
  it('writes its own lines whole, one a line, with the part that speaks', () => {
    const { log, lines, read } = logged();

    log.child({ part: 'jobs' }).warn({ scope: 'directory', why: 'busy' }, 'The outbox could not be read.');

    const { time, ...line } = read()[0] ?? {};
    assert.equal(typeof time, 'number');
    assert.deepEqual(line, {
      level: 40,
      part: 'jobs',
      scope: 'directory',
      why: 'busy',
      msg: 'The outbox could not be read.',
    });
    assert.match(lines[0] ?? '', /^[^\n]+\n$/);
  });

  it('keeps to its level', () => {
    const { log, lines } = logged('warn');

    log.info({}, 'Answered.');
    log.debug({}, 'Answered.');

    assert.deepEqual(lines, []);
  });

  it('lets a library that takes it for pino say nothing of its own', () => {
    const { log, lines } = logged();
    // What restify and others do with the logger they are given.
    const pino = log as unknown as {
      child(bindings: object, options: object): typeof pino;
      warn(...said: unknown[]): void;
      setBindings(bindings: object): void;
      fatal(...said: unknown[]): void;
    };
    const child = pino.child(
      { req: 'Maurice Tindall' },
      { serializers: { value: () => 'Tindall' }, formatters: { log: () => ({ status: 'Tindall' }) } },
    );
    child.setBindings({ ref: 'Tindall' });
    child.warn({ value: 1, err: tindall() }, 'Discarded %s', 'Tindall');
    child.warn(tindall());
    child.fatal('Maurice Tindall');

    assert.equal(lines.length, 3);
    assert.doesNotMatch(lines.join(''), /Tindall|Maurice|999/);
    for (const line of lines) assert.match(line, /"withheld":\d/);
  });

  it('knows an error by name, code and the line of ours it came from', () => {
    const coded = Object.assign(new RangeError('Tindall'), { code: 'ERR_OUT_OF_RANGE' });

    assert.equal(nameOf(coded), 'RangeError ERR_OUT_OF_RANGE');
    assert.equal(nameOf('Tindall'), 'string');
    assert.equal(placeOf('Tindall'), undefined);
    assert.equal(placeOf(tindall()), undefined);
    assert.throws(
      () => makeReference('INC', 1, 1),
      (error) => /^bot\/domain\/references\.ts:\d+$/.test(placeOf(error) ?? ''),
    );
  });

  it('takes over what Node and libraries would print: warnings, consoles, and the end', () => {
    const { log, lines, read } = logged();
    const codes: unknown[] = [];
    const emitter = new EventEmitter();
    const node = Object.assign(emitter, { exit: (code: unknown) => void codes.push(code) });
    const printed: string[] = [];
    const print = (text: unknown) => void printed.push(String(text));
    emitter.on('warning', print);
    const desk = {
      log: print,
      info: print,
      debug: print,
      warn: print,
      error: print,
      trace: print,
      dir: print,
    };
    watchProcess(log, { process: node as unknown as NodeJS.Process, console: desk });

    emitter.emit('warning', Object.assign(new Error('Tindall'), { name: 'MaxListenersExceededWarning' }));
    desk.error('Maurice Tindall');
    desk.log('Maurice Tindall');
    emitter.emit('uncaughtException', tindall());

    assert.deepEqual(printed, []);
    assert.deepEqual(codes, [1]);
    assert.doesNotMatch(lines.join(''), /Tindall|Maurice|999|withheld/);
    assert.deepEqual(
      read().map(({ level, msg, error }) => [level, msg, error]),
      [
        [40, 'Node warned of something.', 'MaxListenersExceededWarning'],
        [40, 'A library wrote to the console.', undefined],
        [20, 'A library wrote to the console.', undefined],
        [50, 'The app came to an end by an error nobody caught.', 'TypeError'],
      ],
    );
  });
});
