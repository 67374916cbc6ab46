import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../bot/store/client.ts';
import { connect } from '../../bot/store/connect.ts';
import { containers, defaultDatabase } from '../../bot/store/containers.ts';
import { entry, head } from './support/rows.ts';
import { temporaryFile, type TemporaryFile } from './support/temporaryFile.ts';

const scope = 'area:north';

describe('opening the store', () => {
  let file: TemporaryFile;
  beforeEach(() => {
    file = temporaryFile();
  });
  afterEach(() => file.remove());

  it('finds what was stored before it was closed', async () => {
    const row = head({ scope, ref: 'INC-1' });
    const first = await openStore({ embedded: { file: file.path } });
    await first.records.commit(scope, [{ op: 'create', row }]);
    first.close();

    const second = await openStore({ embedded: { file: file.path } });
    const found = await second.records.read(scope, row.id, 'head');
    second.close();

    assert.deepEqual(found?.row, row);
  });

  it('gives a store of an earlier release its new indexes, with the rows it holds', async () => {
    const earlier = connect({ embedded: { file: file.path } });
    const { database } = await earlier.client.databases.create({ id: defaultDatabase });
    const compositeIndexes = [
      [
        { path: '/kind', order: 'ascending' as const },
        { path: '/once', order: 'ascending' as const },
      ],
    ];
    const { container } = await database.containers.create({
      id: containers.records.id,
      partitionKey: { paths: [containers.records.partitionKey] },
      indexingPolicy: { compositeIndexes },
    });
    const rows = [2, 1].map((seq) => entry({ scope, ref: 'INC-1', seq }));
    for (const row of rows) await container.items.create({ ...row });
    earlier.close();

    const store = await openStore({ embedded: { file: file.path } });
    const page = await store.records.list(scope, 'entriesOfRecord', { ref: 'INC-1' });
    store.close();

    assert.deepEqual(
      page.rows.map(({ row }) => row.seq),
      [1, 2],
    );
  });

  it('refuses a file of another schema rather than guess at it', async () => {
    const other = new DatabaseSync(file.path);
    other.exec('PRAGMA user_version = 99');
    other.close();

    await assert.rejects(openStore({ embedded: { file: file.path } }), /schema 99/);
  });

  it('makes a client for an account with Entra ID without asking it anything', () => {
    let asked = 0;
    const { close } = connect({
      endpoint: 'https://example.documents.azure.com:443/',
      credential: {
        getToken: async () => {
          asked += 1;
          return null;
        },
      },
    });
    close();

    assert.equal(asked, 0);
  });
});
