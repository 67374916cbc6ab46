/**
 * The two containers as data: used to create them on the embedded store and on an emulator, and compared with the
 * infrastructure's own definition, which creates them in Azure.
 */

type Path = `/${string}`;
export interface CompositePath {
  readonly path: Path;
  readonly order: 'ascending' | 'descending';
}
export interface ContainerDefinition {
  readonly id: string;
  /** Path of the partition key (D6, D15). */
  readonly partitionKey: Path;
  /** Fields that a filter of queries.ts names. Nothing else is indexed: patient data stays out of every index. */
  readonly includedPaths: readonly Path[];
  /** One for every different ORDER BY of queries.ts: Cosmos refuses to order by several fields without it. */
  readonly compositeIndexes: readonly (readonly CompositePath[])[];
}

export const defaultDatabase = 'common-ground';

const index = (...fields: readonly string[]): readonly CompositePath[] =>
  fields.map((field) =>
    field.endsWith(' desc')
      ? { path: `/${field.slice(0, -' desc'.length)}`, order: 'descending' }
      : { path: `/${field}`, order: 'ascending' },
  );

export const containers = {
  records: {
    id: 'records',
    partitionKey: '/scope',
    includedPaths: [
      '/kind/?',
      '/type/?',
      '/organisation/?',
      '/state/?',
      '/createdBy/?',
      '/parent/?',
      '/createdAt/?',
      '/ref/?',
      '/seq/?',
      '/open/?',
      '/dueOn/?',
      '/pending/?',
      '/notBefore/?',
      '/person/?',
      '/unread/?',
      '/at/?',
      '/name/?',
      '/queue/?',
      '/nextAt/?',
      '/day/?',
      '/week/?',
      '/area/?',
      '/actor/?',
      '/personHash/?',
      '/held/?',
      '/retainUntil/?',
      '/scheme/?',
    ],
    compositeIndexes: [
      index('kind', 'type', 'organisation', 'createdAt desc', 'id desc'),
      index('kind', 'type', 'organisation', 'state', 'createdAt desc', 'id desc'),
      index('kind', 'type', 'createdAt desc', 'id desc'),
      index('kind', 'type', 'state', 'createdAt desc', 'id desc'),
      index('kind', 'type', 'createdBy', 'createdAt desc', 'id desc'),
      index('kind', 'parent', 'createdAt', 'id'),
      index('kind', 'ref', 'seq', 'id'),
      index('kind', 'ref', 'id'),
      index('kind', 'organisation', 'open', 'dueOn', 'id'),
      index('kind', 'pending', 'notBefore', 'id'),
      index('kind', 'person', 'at desc', 'id desc'),
      index('kind', 'person', 'unread', 'at desc', 'id desc'),
      index('kind', 'name', 'id'),
      index('kind', 'id'),
      index('kind', 'type', 'queue', 'nextAt', 'id'),
      index('kind', 'person', 'day', 'at', 'id'),
      index('kind', 'week', 'at', 'id'),
      index('kind', 'person', 'open', 'at', 'id'),
      index('kind', 'open', 'at', 'id'),
      index('kind', 'at', 'id'),
      index('kind', 'area', 'at desc', 'id desc'),
      index('kind', 'area', 'actor', 'at desc', 'id desc'),
      index('kind', 'personHash', 'at', 'id'),
      index('kind', 'held', 'retainUntil', 'id'),
      index('kind', 'held', 'createdAt', 'id'),
      index('kind', 'at desc', 'id desc'),
      index('kind', 'type', 'scheme', 'createdAt desc', 'id desc'),
    ],
  },
  access: {
    id: 'access',
    partitionKey: '/key',
    includedPaths: ['/at/?', '/person/?'],
    compositeIndexes: [index('at', 'id'), index('person', 'at desc', 'id desc')],
  },
} as const satisfies Record<string, ContainerDefinition>;
