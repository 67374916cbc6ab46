/** The one place through which log lines leave, ours and those of libraries (HS-13, DOMAIN §8.1). */
import { pino } from 'pino';
import type { Log } from './desk/logPort.ts';
import { lineToLeave } from './logLine.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';

/**
 * A log whose every line passes `lineToLeave`: also what a library says that was given it as a pino logger, whatever
 * child loggers and serializers it makes. `write` takes whole lines; default: standard output.
 */
export function createLog(level: LogLevel, write = toStandardOutput): Log {
  return pino({ level, base: null }, { write: (line: string) => write(`${lineToLeave(line)}\n`) });
}

function toStandardOutput(line: string): void {
  process.stdout.write(line);
}
