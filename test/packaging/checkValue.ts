import type { BicepValue } from './bicepFile.ts';
import type { ModelProperty, Models } from './sdkModels.ts';

/**
 * Compares a Bicep value with the type the Azure SDK declares for it and returns one sentence a problem. A computed
 * value passes: only Azure knows what it will be.
 */
export function checkValue(models: Models, type: string, value: BicepValue, path: string): string[] {
  if (value.kind === 'expression') return [];
  const known = models.knownValues.get(type);
  if (known) return checkChoice(known, value, path);
  const alias = models.aliases.get(type);
  if (alias !== undefined) return checkValue(models, alias, value, path);
  if (type.endsWith('[]')) return checkArray(models, type.slice(0, -2), value, path);
  const mapOf = /^Record<string, (.*)>$/.exec(type)?.[1];
  if (mapOf !== undefined) return checkMap(models, mapOf, value, path);
  if (type.includes(' | ')) return checkUnion(models, type.split(' | '), value, path);
  if (type.startsWith('"')) return checkChoice([type.slice(1, -1)], value, path);
  const properties = models.interfaces.get(type);
  if (properties) return checkObject(models, properties, value, path);
  return checkPrimitive(type, value, path);
}

/** Compares an object with declared properties: unknown, read-only and missing ones, then each value. */
export function checkObject(
  models: Models,
  properties: Map<string, ModelProperty>,
  value: BicepValue,
  path: string,
): string[] {
  if (value.kind !== 'object') return [`${value.at} ${path}: expected an object`];
  const present = [...value.entries].flatMap(([name, entry]) => {
    const property = properties.get(name);
    if (!property) return [`${entry.at} ${path}.${name}: not a property of this resource`];
    if (property.readOnly) return [`${entry.at} ${path}.${name}: read-only`];
    return checkValue(models, property.type, entry, `${path}.${name}`);
  });
  const missing = [...properties]
    .filter(([name, property]) => property.required && !value.entries.has(name))
    .map(([name]) => `${value.at} ${path}.${name}: missing`);
  return [...present, ...missing];
}

function checkArray(models: Models, type: string, value: BicepValue, path: string): string[] {
  if (value.kind !== 'array') return [`${value.at} ${path}: expected an array`];
  return value.items.flatMap((item, index) => checkValue(models, type, item, `${path}[${index}]`));
}

function checkMap(models: Models, type: string, value: BicepValue, path: string): string[] {
  if (value.kind !== 'object') return [`${value.at} ${path}: expected an object`];
  return [...value.entries].flatMap(([name, entry]) => checkValue(models, type, entry, `${path}.${name}`));
}

// Either a choice of words, or shapes told apart by one property that is a single word in each of them.
function checkUnion(models: Models, members: string[], value: BicepValue, path: string): string[] {
  if (members.every((member) => member.startsWith('"')))
    return checkChoice(
      members.map((member) => member.slice(1, -1)),
      value,
      path,
    );
  const shapes = members.filter((member) => member !== 'null' && member !== 'undefined');
  const chosen = shapes.find((shape) => isToldApart(models, shape, value)) ?? shapes[0] ?? 'unknown';
  return checkValue(models, chosen, value, path);
}

function isToldApart(models: Models, shape: string, value: BicepValue): boolean {
  return [...(models.interfaces.get(shape) ?? [])].some(([name, property]) => {
    const entry = value.kind === 'object' ? value.entries.get(name) : undefined;
    return entry?.kind === 'literal' && property.type === `"${entry.value}"`;
  });
}

function checkChoice(allowed: string[], value: BicepValue, path: string): string[] {
  if (value.kind === 'literal' && typeof value.value === 'string' && allowed.includes(value.value)) return [];
  const given = value.kind === 'literal' ? String(value.value) : value.kind;
  return [`${value.at} ${path}: ${given} is not one of ${allowed.join(', ')}`];
}

function checkPrimitive(type: string, value: BicepValue, path: string): string[] {
  const expected = type === 'Date' ? 'string' : type;
  if (!['string', 'number', 'boolean'].includes(expected)) return [];
  if (value.kind === 'literal' && typeof value.value === expected) return [];
  return [`${value.at} ${path}: expected a ${expected}`];
}
