/** Sessions as choices: labels by value. */
export function sessionChoices(sessions: readonly number[]): Readonly<Record<string, string>> {
  return Object.fromEntries(sessions.map((session) => [String(session), `Session ${session}`]));
}
