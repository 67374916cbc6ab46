/** The list with one entry ticked or not. */
export function ticked(list: readonly string[], entry: string, on: boolean): readonly string[] {
  return on ? [...list.filter((other) => other !== entry), entry] : list.filter((other) => other !== entry);
}
