import assert from 'node:assert/strict';
import { openStore } from '../../bot/store/client.ts';
import { temporaryFile, type TemporaryFile } from './support/temporaryFile.ts';
import { runWorker } from './support/worker.ts';

const worker = new URL('support/incrementWorker.ts', import.meta.url);
const scope = 'area:north';
const names = ['one', 'two', 'three'];

describe('D5: several processes on one store file', () => {
  let file: TemporaryFile;
  beforeEach(() => {
    file = temporaryFile();
  });
  afterEach(() => file.remove());

  it('three that start together make one store, write one head and lose no update', async function () {
    this.timeout(180_000);
    const times = 60;

    const ended = await Promise.all(
      names.map((name) => runWorker(worker, [file.path, scope, name, String(times)])),
    );

    assert.deepEqual(
      ended.map(({ code, errors }) => [code, errors]),
      names.map(() => [0, '']),
    );
    const lost = ended.map(({ lines }) => Number(lines[0]));
    assert.ok(Math.max(...lost) > 0, 'the processes raced');
    const { records, close } = await openStore({ embedded: { file: file.path } });
    const total = names.length * times;
    assert.equal((await records.read(scope, 'head:INC-1', 'head'))?.row.version, total);
    const { rows } = await records.list(scope, 'entriesOfRecord', { ref: 'INC-1' }, { size: 1000 });
    close();
    assert.deepEqual(
      rows.map(({ row }) => row.seq),
      Array.from({ length: total }, (_, n) => n + 1),
    );
    for (const name of names) assert.equal(rows.filter(({ row }) => row.actor === name).length, times);
  });
});
