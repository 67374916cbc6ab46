/** The app as people start it, in a process of its own, on a store of its own; it can be killed and started again. */
import { join } from 'node:path';
import { startNode } from '../../support/nodeProcess.ts';

export interface RunningApp {
  readonly url: string;
  /** What it has printed so far. */
  readonly printed: { readonly out: string; readonly err: string };
  /** Ends it as a crash would, at once. */
  kill(): Promise<void>;
  /** Ends it as Ctrl+C would. Gives its exit code. */
  stop(): Promise<number | string>;
}

/** Port 0 takes any that is free. Rejects with what it printed when it does not start. */
export async function startAppProcess(folder: string, port = 0): Promise<RunningApp> {
  const app = startNode('bot/main.ts', {
    PORT: String(port),
    DATA_FILE: join(folder, 'records.sqlite'),
  });
  const [, url = ''] = await app.says(/ready, with a fictional area, at (http:\/\/127\.0\.0\.1:\d+)/);
  return {
    url,
    printed: app.printed,
    kill: () => app.end('SIGKILL'),
    async stop() {
      await app.end('SIGTERM');
      return app.ended;
    },
  };
}
