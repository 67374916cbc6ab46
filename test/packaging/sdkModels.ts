/** One property of a resource as the Azure SDK declares it. */
export type ModelProperty = { type: string; required: boolean; readOnly: boolean };

/** The type declarations of one Azure SDK package, by name. */
export type Models = {
  interfaces: Map<string, Map<string, ModelProperty>>;
  aliases: Map<string, string>;
  knownValues: Map<string, string[]>;
};

const declarationStart =
  /^export (?:declare )?(?:(interface|enum) (\w+)(?: extends (\w+))? \{|type (\w+) = (.*);$)/;
const propertyLine = /^ {4}(readonly )?"?(\w+)"?(\??): (.*)$/;
const mapLine = /^ +\[\w+: string\]: (.*);$/;
const enumLine = /^ {4}"?\w+"? = "(.*)",?$/;

/**
 * Reads the text of an Azure SDK `.d.ts` file as its generators lay it out: one declaration a line, four spaces in.
 * The SDKs call a property what the service calls it for every resource checked here; where a generator renamed one,
 * this reader would not know.
 */
export function readModels(declarations: string): Models {
  const models: Models = { interfaces: new Map(), aliases: new Map(), knownValues: new Map() };
  const parents = new Map<string, string>();
  const lines = declarations.split('\n');
  for (const [number, line] of lines.entries()) {
    const [, kind, name, parent, alias, aliased] = declarationStart.exec(line) ?? [];
    if (alias !== undefined && aliased !== undefined) models.aliases.set(alias, aliased);
    if (name === undefined) continue;
    const body = lines.slice(number + 1, lines.indexOf('}', number));
    if (kind === 'enum') models.knownValues.set(name.replace(/^Known/, ''), readEnum(body));
    else models.interfaces.set(name, readProperties(body));
    if (parent !== undefined) parents.set(name, parent);
  }
  for (const [child, parent] of parents) inherit(models, parents, child, parent);
  return models;
}

function readEnum(body: string[]): string[] {
  return body.flatMap((line) => enumLine.exec(line)?.[1] ?? []);
}

function readProperties(body: string[]): Map<string, ModelProperty> {
  const properties = new Map<string, ModelProperty>();
  for (const [number, line] of body.entries()) {
    const [, readOnly, name, optional, type] = propertyLine.exec(line) ?? [];
    if (name === undefined || type === undefined) continue;
    properties.set(name, {
      type: type === '{' ? mapType(body[number + 1] ?? '') : type.replace(/;$/, ''),
      required: optional === '' && readOnly === undefined,
      readOnly: readOnly !== undefined,
    });
  }
  return properties;
}

function mapType(line: string): string {
  return `Record<string, ${mapLine.exec(line)?.[1] ?? 'unknown'}>`;
}

function inherit(models: Models, parents: Map<string, string>, child: string, parent: string): void {
  const own = models.interfaces.get(child);
  for (const [name, property] of models.interfaces.get(parent) ?? []) {
    if (own && !own.has(name)) own.set(name, property);
  }
  const grandparent = parents.get(parent);
  if (grandparent !== undefined) inherit(models, parents, child, grandparent);
}
