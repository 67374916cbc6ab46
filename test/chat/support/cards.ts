/** Reading a card as a person would. */
export type Node = Readonly<Record<string, unknown>>;

/** Every object of a card, outermost first. */
export function nodesOf(card: unknown): Node[] {
  if (Array.isArray(card)) return card.flatMap(nodesOf);
  if (typeof card !== 'object' || card === null) return [];
  return [card as Node, ...Object.values(card).flatMap(nodesOf)];
}

/** Every text a card shows, in order. */
export function textsOf(card: unknown): string[] {
  return nodesOf(card).flatMap((node) => {
    if (node['type'] === 'TextBlock') return [String(node['text'])];
    return node['type'] === undefined && 'title' in node && 'value' in node && !('say' in node)
      ? [`${String(node['title'])}: ${String(node['value'])}`]
      : [];
  });
}

/** The titles of every button, fallbacks left out. */
export function buttonsOf(card: unknown): string[] {
  return actionsOf(card).map((action) => String(action['title']));
}

/** Every action, fallbacks left out. */
export function actionsOf(card: unknown): Node[] {
  return nodesOf(card)
    .flatMap((node) => (Array.isArray(node['actions']) ? (node['actions'] as Node[]) : []))
    .filter((action) => String(action['type']).startsWith('Action.'));
}

export function buttonOf(card: unknown, title: string): Node {
  const found = actionsOf(card).find((action) => action['title'] === title);
  if (!found) throw new Error(`No button "${title}" among ${buttonsOf(card).join(', ')}.`);
  return found;
}

/** What the inputs of a card hold, as a client sends them when nothing is touched. */
export function inputsOf(card: unknown): Record<string, string> {
  const inputs = nodesOf(card).filter((node) => String(node['type']).startsWith('Input.'));
  return Object.fromEntries(
    inputs.map((input) => [String(input['id']), typeof input['value'] === 'string' ? input['value'] : '']),
  );
}

/** The text shown right after an input: what is wrong with it. */
export function messageAt(card: unknown, field: string): string | undefined {
  for (const list of nodesOf(card).flatMap((node) => Object.values(node).filter(Array.isArray))) {
    const items = list as Node[];
    const at = items.findIndex((item) => item?.['id'] === field);
    const next = at < 0 ? undefined : items[at + 1];
    if (next?.['type'] === 'TextBlock') return String(next['text']);
  }
  return undefined;
}
