/** `npm start`: reads the configuration, starts the app, says where it is. */
import { isAboutConfig, readConfig, type Config } from './config.ts';
import { startApp, type App } from './app.ts';
import { nameOf, placeOf } from './desk/errorNames.ts';
import { createLog } from './log.ts';
import { watchProcess } from './watchProcess.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  watchProcess(log.child({ part: 'process' }));
  const app = await startApp(config, { log });
  await announce(config, app);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void app.stop().then(() => process.exit(0));
    });
  }
}

async function announce(config: Config, { url, desk }: App): Promise<void> {
  if (config.mode === 'production') {
    say(`Common Ground is ready on port ${new URL(url).port}.`);
    return;
  }
  const people = (await desk.demo?.people()) ?? [];
  say(`\nCommon Ground is ready, with a fictional area, at ${url}`);
  say(`  The bot listens at ${url}/api/messages; open the chat with: npm run chat`);
  say(`  The API describes itself at ${url}/api/openapi.json`);
  say(`\nYou can sign in as: ${people.map((person) => person.name).join(', ')}.`);
  say('Stop it with Ctrl+C. What you do is kept in .data/ for the next start.\n');
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return 'Common Ground could not start.';
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'The port is taken, perhaps by Common Ground itself. Stop that, or choose another port: PORT=4000 npm start';
  }
  // Only our own sentences: another error's words may quote what it was given.
  return isAboutConfig(error)
    ? error.message
    : `Common Ground could not start: ${nameOf(error)}, ${placeOf(error) ?? 'not in our own files'}.`;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${whyNot(error)}\n`);
  process.exitCode = 1;
}
