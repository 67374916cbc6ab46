/** An error's name and code, for a log: its message may hold what somebody typed (DOMAIN §8.1). */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
}
