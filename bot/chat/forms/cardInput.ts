/**
 * What the inputs of a card send back, in the wire form of the contract. Teams and the Playground send every input as
 * text ('true', '12', 'a,b'), and an input left alone as '' or not at all. Nothing is judged here: what does not
 * become its kind is passed on as it came, and the contract says what is wrong with it.
 */
export type CardData = Readonly<Record<string, unknown>>;

/** What was typed or ticked, as text; '' where there is nothing. */
export function typed(data: CardData, field: string): string {
  const value = Object.hasOwn(data, field) ? data[field] : undefined;
  if (Array.isArray(value)) return value.filter((part) => typeof part === 'string').join(',');
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Text, absent when empty. */
export function text(data: CardData, field: string): string | undefined {
  const value = typed(data, field);
  return value.trim() === '' ? undefined : value;
}

/** Yes or no, absent when not answered. */
export function yesNo(data: CardData, field: string): boolean | string | undefined {
  const value = text(data, field);
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

/** What was ticked of several; none is an empty list. */
export function several(data: CardData, field: string): string[] {
  return typed(data, field)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A number as people write it: £1,200.50 is 1200.5. */
export function amount(data: CardData, field: string): number | string | undefined {
  const value = text(data, field);
  if (value === undefined) return undefined;
  const bare = value.replaceAll(/[£,\s]/g, '');
  const number = Number(bare);
  return bare === '' || !Number.isFinite(number) ? value : number;
}

/** Without the fields nobody filled: absent is not the same as empty to the contract. */
export function filled(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
