/** What Node and libraries would print by themselves, with whatever their words quote, goes to the log by name alone. */
import { nameOf, placeOf } from './desk/errorNames.ts';
import type { Log } from './desk/logPort.ts';

interface Watched {
  readonly process: Pick<NodeJS.Process, 'on' | 'removeAllListeners' | 'exit'>;
  readonly console: Pick<Console, 'log' | 'info' | 'debug' | 'warn' | 'error' | 'trace' | 'dir'>;
}

/** Once, when the process starts. An error nobody caught still ends it, with exit code 1. */
export function watchProcess(log: Log, watched: Watched = { process, console }): void {
  // Node's own listener prints the warning's text.
  watched.process.removeAllListeners('warning');
  watched.process.on('warning', (warning) => {
    log.warn({ error: nameOf(warning) }, 'Node warned of something.');
  });
  // A rejection nobody handled arrives here too.
  watched.process.on('uncaughtException', (error: unknown) => {
    log.error(
      { error: nameOf(error), at: placeOf(error) },
      'The app came to an end by an error nobody caught.',
    );
    watched.process.exit(1);
  });
  const loud = () => log.warn({}, 'A library wrote to the console.');
  const quiet = () => log.debug({}, 'A library wrote to the console.');
  Object.assign(watched.console, {
    log: quiet,
    info: quiet,
    debug: quiet,
    dir: quiet,
    trace: quiet,
    warn: loud,
    error: loud,
  });
}
