import { type BicepFile, type BicepValue, literalAt, valueAt } from './bicepFile.ts';

const containerType = 'microsoft.documentdb/databaseaccounts/sqldatabases/containers';

/** The body of the resource with this symbol; undefined when there is none. */
export function bodyOf(file: BicepFile, symbol: string): BicepValue | undefined {
  return file.resources.find((resource) => resource.symbol === symbol)?.body;
}

/** Names of the web app's settings, in the order of the file. */
export function appSettingNames(file: BicepFile): string[] {
  const settings = itemsAt(bodyOf(file, 'webApp'), 'properties', 'siteConfig', 'appSettings');
  return settings.map((setting) => String(literalAt(setting, 'name')));
}

/** A Cosmos DB container as the deployment makes it, in the words of the store's own definition. */
export type DeployedContainer = {
  id: unknown;
  partitionKey: unknown;
  includedPaths: unknown[];
  excludedPaths: unknown[];
  compositeIndexes: { path: unknown; order: unknown }[][];
};

/** Every Cosmos DB container, in the order of the file. What is computed rather than written is undefined. */
export function deployedContainers(file: BicepFile): DeployedContainer[] {
  return file.resources
    .filter((resource) => resource.type === containerType)
    .map(({ body }) => {
      const container = valueAt(body, 'properties', 'resource');
      const indexing = valueAt(container, 'indexingPolicy');
      return {
        id: literalAt(container, 'id'),
        partitionKey: literalAt(container, 'partitionKey', 'paths', 0),
        includedPaths: itemsAt(indexing, 'includedPaths').map((item) => literalAt(item, 'path')),
        excludedPaths: itemsAt(indexing, 'excludedPaths').map((item) => literalAt(item, 'path')),
        compositeIndexes: itemsAt(indexing, 'compositeIndexes').map((index) =>
          itemsAt(index).map((item) => ({ path: literalAt(item, 'path'), order: literalAt(item, 'order') })),
        ),
      };
    });
}

function itemsAt(value: BicepValue | undefined, ...path: string[]): BicepValue[] {
  const found = valueAt(value, ...path);
  return found?.kind === 'array' ? found.items : [];
}
