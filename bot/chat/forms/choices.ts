/** The choices of an input, from the labels of the contract. */
export function choicesOf(labels: Readonly<Record<string, string>>): { title: string; value: string }[] {
  return Object.entries(labels).map(([value, title]) => ({ title, value }));
}
