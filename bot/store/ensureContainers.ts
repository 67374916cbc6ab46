/** Creates the database and its containers where no infrastructure does: embedded store and emulator. */
import type { CosmosClient, Database, IndexingPolicy } from '@azure/cosmos';
import { containers, type ContainerDefinition } from './containers.ts';
import { failureOf } from './failures.ts';

/** Safe to run in several processes at once, and again after the indexes of containers.ts have changed. */
export async function ensureContainers(client: CosmosClient, databaseId: string) {
  const database = client.database(databaseId);
  await orElseRead(client.databases.createIfNotExists({ id: databaseId }), () => database.read());
  for (const definition of Object.values<ContainerDefinition>(containers))
    await ensureContainer(database, definition);
}

async function ensureContainer(database: Database, definition: ContainerDefinition) {
  const indexingPolicy = indexingPolicyOf(definition);
  const wanted = { id: definition.id, partitionKey: { paths: [definition.partitionKey] }, indexingPolicy };
  const container = database.container(definition.id);
  const creation = database.containers.createIfNotExists(wanted);
  const { resource } = await orElseRead(creation, () => container.read());
  if (!sameIndexes(resource?.indexingPolicy, indexingPolicy)) await container.replace(wanted);
}

/** The policy as Cosmos takes it: index what is named, nothing else. */
export const indexingPolicyOf = (definition: ContainerDefinition) => ({
  indexingMode: 'consistent' as const,
  automatic: true,
  includedPaths: definition.includedPaths.map((path) => ({ path })),
  excludedPaths: [{ path: '/*' }],
  compositeIndexes: definition.compositeIndexes.map((terms) => [...terms]),
});

const sameIndexes = (present: IndexingPolicy | undefined, wanted: IndexingPolicy) =>
  JSON.stringify([present?.includedPaths?.map(({ path }) => path), present?.compositeIndexes]) ===
  JSON.stringify([wanted.includedPaths?.map(({ path }) => path), wanted.compositeIndexes]);

/** Between "is it there" and "create it" another process may have created it: 409 is as good as created. */
async function orElseRead<T>(creation: Promise<T>, read: () => Promise<T>): Promise<T> {
  try {
    return await creation;
  } catch (error) {
    if (failureOf(error).code !== 409) throw error;
    return read();
  }
}
