import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { z } from 'zod';
import { placeholdersIn } from './placeholders.ts';

const stepShape = z.looseObject({
  uses: z.string(),
  with: z
    .looseObject({
      manifestPath: z.string().optional(),
      templates: z.array(z.looseObject({ parameters: z.string() })).optional(),
    })
    .optional(),
  writeToEnvironmentFile: z.record(z.string(), z.string()).optional(),
});

/** The life cycle of a toolkit file as far as our own checks read it, in the order the toolkit runs it. */
export const toolkitFileShape = z.object({
  provision: z.array(stepShape),
  deploy: z.array(stepShape),
  publish: z.array(stepShape).default([]),
});

export type ToolkitStep = z.infer<typeof stepShape>;

const actionsShape = z.object({
  definitions: z.record(
    z.string(),
    z.object({
      properties: z.object({ uses: z.object({ const: z.string().optional() }).optional() }).optional(),
    }),
  ),
});

const schema: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures', 'teamsapp.v1.13.schema.json'), 'utf8'),
);
const actions = actionsShape.parse(schema).definitions;

// As the toolkit sets its own validator up.
const ajv = new Ajv({ allowUnionTypes: true, allErrors: true });
ajv.addKeyword('deprecationMessage');
const validateFile = ajv.addSchema(Object(schema), 'toolkit').getSchema('toolkit');

/**
 * What is wrong with a parsed toolkit file by the toolkit's own schema, one sentence each. The schema offers some forty
 * actions as alternatives; a step is compared with the action it names, so that a problem reads as one.
 */
export function checkToolkitFile(file: unknown): string[] {
  if (!validateFile) throw new Error('The toolkit schema did not load.');
  if (validateFile(file) === true) return [];
  const wholeFile = describeErrors('file', validateFile.errors);
  const read = toolkitFileShape.safeParse(file);
  if (!read.success) return wholeFile;
  const steps = Object.entries(read.data).flatMap(([cycle, list]) =>
    list.flatMap((step, index) => checkStep(step, `${cycle}[${index}] ${step.uses}`)),
  );
  return steps.length > 0 ? steps : wholeFile;
}

/**
 * Placeholders a step or a file it reads needs before any step has filled them, as "provision[3] aadApp/update: NAME".
 * `supplied` are the names people put into the environment files, `outputs` those of the Bicep file.
 */
export function unfilledPlaceholders(
  file: z.infer<typeof toolkitFileShape>,
  supplied: string[],
  outputs: string[],
  readFile: (path: string) => string,
): string[] {
  const known = new Set(supplied);
  const unfilled: string[] = [];
  for (const [cycle, steps] of Object.entries(file)) {
    for (const [index, step] of steps.entries()) {
      if (step.uses === 'aadApp/update') known.add('AAD_APP_ACCESS_AS_USER_PERMISSION_ID'); // made by the action
      const missing = placeholdersOf(step, readFile).filter((name) => !known.has(name));
      unfilled.push(...missing.map((name) => `${cycle}[${index}] ${step.uses}: ${name}`));
      for (const name of Object.values(step.writeToEnvironmentFile ?? {})) known.add(name);
      if (step.uses === 'arm/deploy') for (const name of outputs) known.add(name);
    }
  }
  return unfilled;
}

function checkStep(step: ToolkitStep, where: string): string[] {
  const action = definitionOf(step.uses);
  if (action === undefined) return [`${where}: no such action`];
  const validate = ajv.getSchema(`toolkit#/definitions/${action}`);
  if (!validate) throw new Error(`The toolkit schema has no ${action}.`);
  return validate(step) === true ? [] : describeErrors(where, validate.errors);
}

// Creating an Entra application has two forms, with and without a secret, under one roof.
function definitionOf(uses: string): string | undefined {
  if (uses === 'aadApp/create') return 'aadAppCreate';
  return Object.keys(actions).find((name) => actions[name]?.properties?.uses?.const === uses);
}

function describeErrors(where: string, errors: ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${where}${instancePath}: ${message ?? 'is wrong'} ${JSON.stringify(params)}`,
  );
}

function placeholdersOf(step: ToolkitStep, readFile: (path: string) => string): string[] {
  const files = [step.with?.manifestPath, ...(step.with?.templates ?? []).map((one) => one.parameters)];
  const texts = files.flatMap((path) => (path === undefined ? [] : readFile(path)));
  return placeholdersIn([JSON.stringify(step), ...texts].join('\n'));
}
