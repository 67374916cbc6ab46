import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from 'web-tree-sitter';
import { type BicepFile, type BicepResource, declaredName, positionOf } from './bicepFile.ts';
import { checkObject } from './checkValue.ts';
import { type ModelProperty, type Models, readModels } from './sdkModels.ts';

type ResourceModel = { models: Models; envelope: string; properties: string };

const appService = loadModels('arm-appservice/dist/esm/models/models.d.ts');
const botService = loadModels('arm-botservice/dist-esm/src/models/index.d.ts');
const cosmosDb = loadModels('arm-cosmosdb/dist/esm/models/models.d.ts');

const resourceModels: Record<string, ResourceModel> = {
  'microsoft.web/serverfarms': model(appService, 'AppServicePlan', 'AppServicePlanProperties'),
  'microsoft.web/sites': model(appService, 'Site', 'SiteProperties'),
  'microsoft.web/sites/basicpublishingcredentialspolicies': model(
    appService,
    'CsmPublishingCredentialsPoliciesEntity',
    'CsmPublishingCredentialsPoliciesEntityProperties',
  ),
  'microsoft.botservice/botservices': model(botService, 'Bot', 'BotProperties'),
  'microsoft.botservice/botservices/channels': model(botService, 'BotChannel', 'ChannelUnion'),
  'microsoft.documentdb/databaseaccounts': model(
    cosmosDb,
    'DatabaseAccountCreateUpdateParameters',
    'DatabaseAccountCreateUpdateProperties',
  ),
  'microsoft.documentdb/databaseaccounts/sqldatabases': model(
    cosmosDb,
    'SqlDatabaseCreateUpdateParameters',
    'SqlDatabaseCreateUpdateProperties',
  ),
  'microsoft.documentdb/databaseaccounts/sqldatabases/containers': model(
    cosmosDb,
    'SqlContainerCreateUpdateParameters',
    'SqlContainerCreateUpdateProperties',
  ),
  'microsoft.documentdb/databaseaccounts/sqlroleassignments': model(
    cosmosDb,
    'SqlRoleAssignmentCreateUpdateParameters',
    'SqlRoleAssignmentResource',
  ),
};

/** Resource types whose properties nobody checks here: no installed package declares them. */
export const uncheckedTypes = [
  'microsoft.authorization/roleassignments',
  'microsoft.keyvault/vaults',
  'microsoft.keyvault/vaults/secrets',
  'microsoft.managedidentity/userassignedidentities',
  'microsoft.storage/storageaccounts',
  'microsoft.storage/storageaccounts/blobservices',
  'microsoft.storage/storageaccounts/blobservices/containers',
  'microsoft.storage/storageaccounts/blobservices/containers/immutabilitypolicies',
];

// Bicep's own words on any resource; the SDK models know nothing of them.
const bicepKeys = ['name', 'parent', 'scope', 'dependsOn'];
const knownFunctions = new Set([
  'description',
  'empty',
  'guid',
  'loadJsonContent',
  'maxLength',
  'minLength',
  'minValue',
  'replace',
  'secure',
  'subscription',
  'subscriptionResourceId',
  'take',
]);
const declarationTypes = ['parameter_declaration', 'variable_declaration', 'resource_declaration'];

/**
 * What is wrong with a Bicep file, one sentence each, starting with line:column: syntax, unknown, unused and repeated
 * symbols, API versions, and every literal property against the Azure SDK's models. It is no compiler: the type of an
 * expression, the rules of the service and whether an API version exists are not checked, nor are `uncheckedTypes`.
 */
export function lintBicep(file: BicepFile): string[] {
  return [
    ...syntaxProblems(file.root),
    ...symbolProblems(file.root),
    ...file.resources.flatMap(resourceProblems),
  ];
}

/** What is wrong with an ARM parameters file for this Bicep file: undeclared, missing and mistyped values. */
export function lintParameters(file: BicepFile, values: Record<string, { value?: unknown }>): string[] {
  const given = Object.entries(values).flatMap(([name, { value }]) => {
    const parameter = file.parameters.get(name);
    if (!parameter) return [`parameter ${name}: not declared`];
    const isOfType = parameter.type === 'int' ? Number.isInteger(value) : typeof value === parameter.type;
    return isOfType ? [] : [`parameter ${name}: expected a ${parameter.type}`];
  });
  const missing = [...file.parameters]
    .filter(([name, parameter]) => !parameter.hasDefault && !(name in values))
    .map(([name]) => `parameter ${name}: no value`);
  return [...given, ...missing];
}

function syntaxProblems(node: Node): string[] {
  if (!node.hasError) return [];
  const own = node.isError || node.isMissing ? [`${positionOf(node)} syntax: ${node.text.slice(0, 40)}`] : [];
  return [...own, ...node.children.flatMap(syntaxProblems)];
}

function symbolProblems(root: Node): string[] {
  const declarations = root.descendantsOfType(declarationTypes);
  const declared = new Map(declarations.map((node) => [declaredName(node), node]));
  const repeated = declarations.filter((node) => declared.get(declaredName(node)) !== node);
  const used = root.descendantsOfType('identifier').filter(isReference);
  const usedNames = new Set(used.map((node) => node.text));
  const calls = root.descendantsOfType('call_expression').map((call) => call.childForFieldName('function'));
  return [
    ...repeated.map((node) => `${positionOf(node)} symbol ${declaredName(node)}: declared twice`),
    ...used.filter((node) => !declared.has(node.text)).map((node) => unknownSymbol(node)),
    ...calls.flatMap((name) => (name && !knownFunctions.has(name.text) ? [unknownSymbol(name)] : [])),
    ...declarations
      .filter((node) => node.type !== 'resource_declaration' && !usedNames.has(declaredName(node)))
      .map((node) => `${positionOf(node)} symbol ${declaredName(node)}: never used`),
    ...root
      .descendantsOfType(['for_statement', 'lambda_expression', 'module_declaration'])
      .map((node) => `${positionOf(node)} ${node.type}: this check cannot follow it`),
  ];
}

function isReference(identifier: Node): boolean {
  const parent = identifier.parent;
  if (!parent) return false;
  if (parent.type.endsWith('_declaration')) return parent.namedChildren[0]?.id !== identifier.id;
  if (parent.type === 'object_property') return parent.namedChildren[0]?.id !== identifier.id;
  return parent.type !== 'call_expression';
}

function unknownSymbol(node: Node): string {
  return `${positionOf(node)} symbol ${node.text}: not declared`;
}

function resourceProblems(resource: BicepResource): string[] {
  const version = /^\d{4}-\d{2}-\d{2}$/.test(resource.apiVersion)
    ? []
    : [`${resource.at} ${resource.symbol}: "${resource.apiVersion}" is no released API version`];
  if (uncheckedTypes.includes(resource.type)) return version;
  const found = resourceModels[resource.type];
  if (!found) return [...version, `${resource.at} ${resource.symbol}: no model for ${resource.type}`];
  return [...version, ...checkObject(found.models, envelopeOf(found), resource.body, resource.symbol)];
}

// Newer SDKs lift what is under `properties` to the top of a resource; the service, and Bicep, still nest it.
function envelopeOf({ models, envelope, properties }: ResourceModel): Map<string, ModelProperty> {
  const outer = new Map(models.interfaces.get(envelope));
  if (!outer.has('properties')) {
    for (const lifted of models.interfaces.get(properties)?.keys() ?? []) outer.delete(lifted);
    outer.set('properties', { type: properties, required: true, readOnly: false });
  }
  for (const key of bicepKeys) outer.set(key, { type: 'unknown', required: key === 'name', readOnly: false });
  return outer;
}

function model(models: Models, envelope: string, properties: string): ResourceModel {
  return { models, envelope, properties };
}

function loadModels(path: string): Models {
  const file = join(import.meta.dirname, '..', '..', 'node_modules', '@azure', path);
  return readModels(readFileSync(file, 'utf8'));
}
