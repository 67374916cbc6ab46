import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Anchors } from '../../bot/desk/audit/anchors.ts';
import { anchorBlobs } from '../../bot/store/anchorBlobs.ts';
import { anchorFolder } from '../../bot/store/anchorFolder.ts';
import { startBlobStub, type BlobStub } from './support/blobStub.ts';

const all = async (anchors: Anchors) => (await Array.fromAsync(anchors.names())).toSorted();
const names = ['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15'].map(
  (day) => `${day}.area.brookshire.json`,
);
const [name = ''] = names;

/** What every place for anchors must do. */
function describeAnchors(open: () => Anchors) {
  it('keeps a document under a new name, and gives it back', async () => {
    assert.equal(await open().append(name, '{"day":"Zoë"}\n'), 'kept');
    assert.equal(await open().read(name), '{"day":"Zoë"}\n');
  });

  it('never overwrites', async () => {
    await open().append(name, 'first');

    assert.equal(await open().append(name, 'second'), 'there');
    assert.equal(await open().read(name), 'first');
  });

  it('keeps one of many written at once', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, (_, n) => open().append(name, `try ${n}`)));

    assert.equal(results.filter((result) => result === 'kept').length, 1);
    const kept = results.indexOf('kept');
    assert.equal(await open().read(name), `try ${kept}`);
  });

  it('knows what it has, however much, and what it has not', async () => {
    assert.deepEqual(await all(open()), []);
    assert.equal(await open().read(name), undefined);
    for (const each of names) await open().append(each, 'x');

    assert.deepEqual(await all(open()), names);
  });
}

describe('D16 anchors in a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'anchors-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  describeAnchors(() => anchorFolder(join(folder, 'anchors')));

  it('leaves no draft behind', async () => {
    await anchorFolder(folder).append(name, 'first');
    await anchorFolder(folder).append(name, 'second');

    assert.deepEqual(readdirSync(folder), [name]);
  });

  it('says so when it cannot write or read', async () => {
    writeFileSync(join(folder, 'file'), '');
    const anchors = anchorFolder(join(folder, 'file'));

    await assert.rejects(anchors.append(name, 'x'));
    await assert.rejects(anchors.read(name));
    await assert.rejects(all(anchors));
  });
});

describe('D16 anchors in Azure Blob Storage', () => {
  let stub: BlobStub;
  beforeEach(async () => {
    stub = await startBlobStub();
  });
  afterEach(() => stub.stop());
  const open = () => anchorBlobs({ url: stub.url, retryOptions: { maxTries: 1 } });

  describeAnchors(open);

  it('asks the service itself not to overwrite', async () => {
    await open().append(name, 'first');

    const [put] = stub.seen;
    assert.equal(put?.method, 'PUT');
    assert.equal(put?.path, `/anchors/${name}`);
    assert.equal(put?.headers['if-none-match'], '*');
    assert.equal(put?.headers['x-ms-blob-type'], 'BlockBlob');
  });

  it('says so when the service refuses', async () => {
    stub.failWith = 403;

    await assert.rejects(open().append(name, 'x'), { statusCode: 403 });
    await assert.rejects(open().read(name), { statusCode: 403 });
    await assert.rejects(all(open()), { statusCode: 403 });
  });

  it('asks for no credential before it is used', async () => {
    let asked = 0;
    const credential = async () => {
      asked += 1;
      throw new Error('no identity here');
    };
    const anchors = anchorBlobs({ url: stub.url, credential });
    const before = asked;

    await assert.rejects(anchors.read(name), /no identity here/);
    assert.equal(before, 0);
    assert.equal(asked, 1);
  });
});
