import assert from 'node:assert/strict';
import { openStore, type Store } from '../../bot/store/client.ts';
import { head } from './support/rows.ts';
import { temporaryFile, type TemporaryFile } from './support/temporaryFile.ts';
import { runWorker, type Ended } from './support/worker.ts';

const worker = new URL('support/crashWorker.ts', import.meta.url);
const scope = 'area:north';
const numberIn = (line: string | undefined) => Number(line?.split(' ')[1] ?? 0);

/** The head's version after checking that entries and receipts agree with it: one of each for every batch. */
async function checkWhole(store: Store, from: number): Promise<number> {
  const found = await store.records.read(scope, 'head:INC-1', 'head');
  assert.ok(found);
  const { version } = found.row;
  for (let n = Math.max(from, 1); n <= version + 1; n++) {
    const [receipt, history] = await Promise.all([
      store.records.read(scope, `receipt:${n}`, 'receipt'),
      store.records.read(scope, `entry:INC-1:${n}`, 'entry'),
    ]);
    assert.deepEqual(
      [receipt !== undefined, history !== undefined],
      [n <= version, n <= version],
      `batch ${n}`,
    );
  }
  return version;
}

/** Every answered batch is there; at most the one being committed when the process died is there besides. */
function checkAnswered({ lines }: Ended, version: number) {
  const answered = numberIn(lines.findLast((line) => line.startsWith('done')));
  const begun = numberIn(lines.findLast((line) => line.startsWith('begin')));
  assert.ok(
    version === answered || version === begun,
    `head ${version}, answered ${answered}, begun ${begun}`,
  );
}
const diedInside = ({ lines }: Ended) => lines.at(-1)?.startsWith('begin') === true;

/** A store file that is killed over and over, one process at a time. */
interface Lane {
  readonly file: TemporaryFile;
  /** The head's version when it was last found whole. */
  version: number;
}

async function newLane(): Promise<Lane> {
  const file = temporaryFile();
  const store = await openStore({ embedded: { file: file.path } });
  await store.records.commit(scope, [{ op: 'create', row: head({ scope, ref: 'INC-1', version: 0 }) }]);
  store.close();
  return { file, version: 0 };
}

/** One round: a process commits until it is killed; then the store is opened again and must be whole. */
async function round(lane: Lane, killAt: number, onLine?: Parameters<typeof runWorker>[2]): Promise<Ended> {
  const ended = await runWorker(worker, [lane.file.path, String(killAt)], onLine);
  assert.deepEqual([ended.signal, ended.errors], ['SIGKILL', '']);
  const store = await openStore({ embedded: { file: lane.file.path } });
  lane.version = await checkWhole(store, lane.version);
  store.close();
  checkAnswered(ended, lane.version);
  return ended;
}

describe('kill -9 inside a commit (DESIGN §5)', function () {
  this.timeout(180_000);
  const kills = 60;
  let lanes: readonly Lane[];
  beforeEach(async () => {
    lanes = await Promise.all([newLane(), newLane()]);
  });
  afterEach(() => {
    for (const { file } of lanes) file.remove();
  });

  it('killed from outside while it commits, 120 times: what was answered is there, nothing half done', async () => {
    let inside = 0;
    const killAll = async (lane: Lane) => {
      for (let kill = 0; kill < kills; kill++) {
        const ended = await round(lane, 0, (line, end) => {
          // At once, or after one or two milliseconds: the blow falls early in a commit, late in it, or between two.
          if (line === `begin ${lane.version + 2 + (kill % 4)}`) setTimeout(end, kill % 3);
        });
        if (diedInside(ended)) inside += 1;
      }
    };

    await Promise.all(lanes.map(killAll));

    assert.ok(inside > 0, `${inside} kills fell inside a commit`);
  });

  it('killed between the statements of a batch, 120 times: only a batch past its COMMIT is there', async () => {
    // Each batch runs: progress, receipt, head, entry, COMMIT.
    const statementsOfBatch = 5;
    const killAll = async (lane: Lane) => {
      for (let kill = 0; kill < kills; kill++) {
        const killAt = 1 + (kill % statementsOfBatch);
        const expected = lane.version + 2 + (killAt === statementsOfBatch ? 1 : 0);
        const ended = await round(lane, killAt);
        assert.ok(diedInside(ended));
        assert.equal(lane.version, expected, `killed after statement ${killAt}`);
      }
    };

    await Promise.all(lanes.map(killAll));
  });
});
