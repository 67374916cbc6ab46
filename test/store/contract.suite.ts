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
        door: 'tab',
        request: 'request-1',
      } as const;

      await subject().access.write(line);
      await subject().access.write(line);

      const { resource } = await subject()
        .accessContainer.item(line.id, line.key)
        .read<{ person: string; ref: string }>();
      assert.deepEqual([resource?.person, resource?.ref], ['sam', 'INC-1']);
    });

    it('D15: lists the lines of one partition between two instants, of everybody and of one person', async () => {
      const key = `${newScope()}|2027-01`;
      const line = (id: string, at: string, person = 'sam') =>
        ({
          id,
          key,
          at,
          person,
          role: 'PPM',
          organisation: 'P81001',
          what: 'read',
          name: 'incident',
          door: 'tab',
          request: 'request-1',
        }) as const;
      const lines = [
        line('1', '2027-01-10T23:59:59.9Z'),
        line('2', '2027-01-11T08:00:00Z'),
        line('3', '2027-01-11T09:00:00Z', 'ash'),
        line('4', '2027-01-11T23:59:59.9Z'),
        line('5', '2027-01-12T00:00:00Z'),
      ];
      await Promise.all(lines.map((each) => subject().access.write(each)));
      await subject().access.write({ ...line('6', '2027-01-11T08:00:00Z'), key: `${newScope()}|2027-01` });
      const day = { from: '2027-01-11T00:00:00', until: '2027-01-12T00:00:00' };
      const { access } = subject();

      const first = await access.list(key, 'linesOfWindow', day, { size: 2 });
      const second = await access.list(key, 'linesOfWindow', day, { size: 2, after: first.next ?? '' });
      const newest = await access.list(key, 'newestLines', day);
      const ofSam = await access.list(key, 'newestLinesOfPerson', { ...day, person: 'sam' });

      assert.deepEqual(first.lines, [lines[1], lines[2]]);
      assert.deepEqual(second, { lines: [lines[3]] });
      assert.deepEqual(newest.lines, [lines[3], lines[2], lines[1]]);
      assert.deepEqual(ofSam.lines, [lines[3], lines[1]]);
      await assert.rejects(access.list(key, 'newestLines', day, { after: 'nonsense' }), RangeError);
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
