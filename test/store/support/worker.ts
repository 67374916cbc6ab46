/** Starts a child process of a test and reads its lines. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Whole lines it wrote to its standard output. */
  readonly lines: readonly string[];
  readonly errors: string;
}

/** `onLine` gets each line as it comes, and may end the child with `kill`, a SIGKILL. */
export function runWorker(
  file: URL,
  args: readonly string[],
  onLine: (line: string, kill: () => void) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [file.pathname, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let errors = '';
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line);
    onLine(line, () => {
      child.kill('SIGKILL');
    });
  });
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, lines, errors }));
  });
}
