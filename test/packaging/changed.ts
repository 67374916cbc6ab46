/**
 * A deep copy of a JSON value with one place changed, for proving that a check notices. `path` is dotted
 * ("bots.0.botId"); a replacement of undefined removes the place. Throws when the place's parent does not exist.
 */
export function changed(value: unknown, path: string, replacement: unknown): unknown {
  const copy: unknown = structuredClone(value);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const parent = steps.reduce((at, step) => Reflect.get(asObject(at, path), step), copy);
  if (replacement === undefined) Reflect.deleteProperty(asObject(parent, path), last);
  else Reflect.set(asObject(parent, path), last, replacement);
  return copy;
}

function asObject(value: unknown, path: string): object {
  if (typeof value === 'object' && value !== null) return value;
  throw new Error(`Nothing to change at ${path}.`);
}
