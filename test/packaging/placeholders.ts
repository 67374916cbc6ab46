const placeholder = /\$\{\{ *([A-Za-z_][A-Za-z0-9_]*) *\}\}/g;

/** The names of the toolkit's placeholders (`${{NAME}}`) in a text, each once, in order. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name))];
}

/** Fills placeholders in as the toolkit would; one without a value stays, as it does there. */
export function fillPlaceholders(text: string, values: Record<string, string>): string {
  return text.replace(placeholder, (whole, name: string) => values[name] ?? whole);
}
