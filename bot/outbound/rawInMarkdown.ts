/**
 * Which places of a card know Markdown: the text of a TextBlock, and both sides of a fact. A template that puts raw
 * data (below `values`, see renderCard) there would let a person's text draw links and headings: Error.
 */
export function refuseMarkdownFromRaw(template: object): void {
  walk(template, '', false);
}

const expression = /\$\{/;
const rawExpression = /\$\{[^}]*\bvalues\b/;

function walk(node: unknown, key: string, insideRaw: boolean): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) walk(item, key, insideRaw);
    return;
  }
  const fields: Readonly<Record<string, unknown>> = { ...node };
  const raw = insideRaw || (typeof fields['$data'] === 'string' && rawExpression.test(fields['$data']));
  for (const text of markdownOf(fields, key)) {
    if (rawExpression.test(text) || (raw && expression.test(text))) {
      throw new Error(`A card's template puts raw data where Markdown is read: ${text.slice(0, 80)}`);
    }
  }
  for (const [name, child] of Object.entries(fields)) walk(child, name, raw);
}

function markdownOf(fields: Readonly<Record<string, unknown>>, key: string): string[] {
  const facts = key === 'facts' ? [fields['title'], fields['value']] : [];
  const text = fields['type'] === 'TextBlock' ? [fields['text']] : [];
  return [...facts, ...text].filter((place) => typeof place === 'string');
}
