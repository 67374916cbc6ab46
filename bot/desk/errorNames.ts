/** What a log may say of an error. Its message may hold what somebody typed, or what a request held (DOMAIN §8.1). */

/** Name and code. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
}

/** The last line of ours it came through, as `bot/desk/perform.ts:83`; undefined when it came through none. */
export function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const calls = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return calls
    .map((line) => /[/\\](bot[/\\][\w./\\-]+\.ts:\d+)/.exec(line)?.[1])
    .find((found) => found)
    ?.replaceAll('\\', '/');
}
