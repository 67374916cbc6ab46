/**
 * What the desk may rely on, whatever stands behind the store (D5). contract.test.ts says what it is run against.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { openStore, type StoreOptions } from '../../bot/store/client.ts';
import { connect } from '../../bot/store/connect.ts';
import { containers, defaultDatabase } from '../../bot/store/containers.ts';
import { describeBatches } from './contract/batches.suite.ts';
import { describeDocuments } from './contract/documents.suite.ts';
import { describeLists } from './contract/lists.suite.ts';
import { describeRaces } from './contract/races.suite.ts';
import { newScope, type Subject } from './support/subject.ts';

export function describeStoreContract(title: string, options: () => StoreOptions) {
  describe(`store contract: ${title}`, () => {
    let opened: { readonly subject: Subject; readonly close: () => void } | undefined;
    before(async () => {
      opened = await open(options());
    });
    after(() => opened?.close());
    const subject = () => {
      assert.ok(opened, 'the store is open');
      return opened.subject;
    };

    describeDocuments(subject);
    describeBatches(subject);
    describeLists(subject);
    describeRaces(subject);

    it('D15: an access line is stored before write returns, and once however often it is written', async () => {
      const line = {
        id: randomUUID(),
        key: `${newScope()}|2027-01`,
        at: '2027-01-28T10:00:00Z',
        person: 'sam',
        role: 'PPM',
        organisation: 'P81001',
        what: 'read',
        name: 'incident',
        ref: 'INC-1',
      } as const;

      await subject().access.write(line);
      await subject().access.write(line);

      const { resource } = await subject()
        .accessContainer.item(line.id, line.key)
        .read<{ person: string; ref: string }>();
      assert.deepEqual([resource?.person, resource?.ref], ['sam', 'INC-1']);
    });
  });
}

async function open(options: StoreOptions) {
  const store = await openStore(options);
  const connection = connect(options);
  const database = connection.client.database(options.database ?? defaultDatabase);
  return {
    subject: {
      records: store.records,
      access: store.access,
      container: database.container(containers.records.id),
      accessContainer: database.container(containers.access.id),
    },
    close: () => {
      connection.close();
      store.close();
    },
  };
}
