import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { StoreBusy, type Operation } from '../../bot/desk/ports.ts';
import { openStore, type Store } from '../../bot/store/client.ts';
import {
  httpHeaders,
  type HttpClient,
  type HttpRequest,
  type HttpResponse,
} from '../../bot/store/embedded/httpClient.ts';
import { head, receipt } from './support/rows.ts';
import { temporaryFile, type TemporaryFile } from './support/temporaryFile.ts';

type Answer = (request: HttpRequest, inner: HttpClient) => Promise<HttpResponse>;
const scope = 'area:north';

const answered =
  (status: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  async (request) => ({
    request,
    status,
    headers: httpHeaders(headers),
    bodyAsText: JSON.stringify({ code: 'Injected', message: 'Injected.' }),
  });
const lost =
  (code: string): Answer =>
  async () => {
    throw Object.assign(new Error('The connection was lost.'), { code });
  };
/** The store does what it was asked, and the answer never arrives. */
const storedButLost: Answer = async (request, inner) => {
  await inner.sendRequest(request);
  throw Object.assign(new Error('The connection was lost.'), { code: 'ECONNRESET' });
};
const isBusy = (status: number) => (error: unknown) => error instanceof StoreBusy && error.status === status;

const isFailure = (error: unknown) => error instanceof Error && !(error instanceof StoreBusy);
const command = (id: string): readonly Operation[] => [
  { op: 'create', row: receipt({ scope, id: `receipt:${id}` }) },
  { op: 'create', row: head({ scope, ref: id }) },
];

describe('the store when something fails on the way', () => {
  let file: TemporaryFile;
  let store: Store;
  let fault: Answer | undefined;
  let sent = 0;
  beforeEach(async () => {
    file = temporaryFile();
    fault = undefined;
    sent = 0;
    store = await openStore({
      embedded: {
        file: file.path,
        throughHttp: (inner) => ({
          sendRequest: (request) => {
            sent += 1;
            return fault ? fault(request, inner) : inner.sendRequest(request);
          },
        }),
      },
    });
  });
  afterEach(() => {
    store.close();
    file.remove();
  });

  for (const status of [408, 410, 449, 500, 502, 503, 504])
    it(`${status} is StoreBusy for a commit, a read and a list, and nothing is stored`, async () => {
      fault = answered(status);

      await assert.rejects(store.records.commit(scope, command('INC-1')), isBusy(status));
      await assert.rejects(store.records.read(scope, 'head:INC-1', 'head'), isBusy(status));
      await assert.rejects(store.records.list(scope, 'incidentsOfArea', {}), isBusy(status));

      fault = undefined;
      assert.equal(await store.records.read(scope, 'head:INC-1', 'head'), undefined);
    });

  it('429 is tried again by the SDK, then StoreBusy', async () => {
    fault = answered(429, { 'x-ms-retry-after-ms': '1' });
    sent = 0;

    await assert.rejects(store.records.commit(scope, command('INC-1')), isBusy(429));
    assert.equal(sent, 6);
  });

  for (const code of ['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'EPIPE'])
    it(`a commit whose connection fails with ${code} is StoreBusy, sent once`, async () => {
      fault = lost(code);
      sent = 0;

      await assert.rejects(store.records.commit(scope, command('INC-1')), isBusy(503));
      assert.equal(sent, 1);
    });

  it('a commit that the SDK stops waiting for is StoreBusy', async () => {
    fault = async () => {
      throw new DOMException('Given up.', 'AbortError');
    };

    await assert.rejects(store.records.commit(scope, command('INC-1')), isBusy(503));
  });

  it('D7: stored but the answer lost: StoreBusy, and the repetition is refused at operation 0 with 409', async () => {
    fault = storedButLost;
    await assert.rejects(store.records.commit(scope, command('INC-1')), isBusy(503));

    fault = undefined;
    assert.deepEqual(await store.records.commit(scope, command('INC-1')), {
      committed: false,
      at: 0,
      status: 409,
    });
    assert.ok(await store.records.read(scope, 'head:INC-1', 'head'));
  });

  it('D15: an access line stored but its answer lost is busy, and no error when it is written again', async () => {
    const line = {
      id: '1',
      key: 'k',
      at: '',
      person: '',
      role: '',
      organisation: '',
      what: 'read',
      name: '',
      door: 'tab',
      request: '',
    } as const;
    fault = (request, inner) =>
      request.method === 'POST' ? storedButLost(request, inner) : inner.sendRequest(request);
    await assert.rejects(store.access.write(line), isBusy(503));

    fault = undefined;
    await store.access.write(line);
  });

  it('an operation of a batch that is busy makes the batch busy', async () => {
    fault = async (request) => ({
      request,
      status: 207,
      headers: httpHeaders({}),
      bodyAsText: JSON.stringify([{ statusCode: 424 }, { statusCode: 449 }]),
    });

    await assert.rejects(store.records.commit(scope, command('INC-1')), isBusy(449));
  });

  it('a replica that is behind is busy, not an absent row', async () => {
    fault = answered(404, { 'x-ms-substatus': '1002' });

    await assert.rejects(store.records.read(scope, 'head:INC-1', 'head'), isBusy(404));
  });

  it('a missing container and a refused sign-in are no absence and no busyness: they are thrown as they are', async () => {
    fault = answered(404, { 'x-ms-substatus': '1003' });
    await assert.rejects(store.records.read(scope, 'head:INC-1', 'head'), isFailure);
    fault = answered(403);
    await assert.rejects(store.records.commit(scope, command('INC-1')), isFailure);
    await assert.rejects(store.records.read(scope, 'head:INC-1', 'head'), isFailure);
  });

  it('an empty page that is not the last is passed over', async () => {
    await store.records.commit(scope, command('INC-1'));
    let first = true;
    fault = async (request, inner) => {
      request.headers.delete('x-ms-continuation');
      if (!first || request.headers.get('x-ms-documentdb-isquery') !== 'true')
        return inner.sendRequest(request);
      first = false;
      const bodyAsText = JSON.stringify({ _rid: '', Documents: [], _count: 0 });
      return {
        request,
        status: 200,
        headers: httpHeaders({ 'x-ms-continuation': 'further on' }),
        bodyAsText,
      };
    };

    const page = await store.records.list(scope, 'incidentsOfArea', {});
    assert.deepEqual(
      page.rows.map(({ row }) => row.ref),
      ['INC-1'],
    );
  });

  it('a file that another process keeps locked is busy (449), and written to when it is free again', async () => {
    const impatient = await openStore({ embedded: { file: file.path, busyMilliseconds: 20 } });
    const other = new DatabaseSync(file.path);
    other.exec('BEGIN IMMEDIATE');
    await assert.rejects(impatient.records.commit(scope, command('INC-1')), isBusy(449));

    other.exec('ROLLBACK');
    other.close();
    assert.ok((await impatient.records.commit(scope, command('INC-1'))).committed);
    impatient.close();
  });

  it('a closed store is busy, and closing twice does no harm', async () => {
    store.close();
    store.close();

    await assert.rejects(store.records.read(scope, 'head:INC-1', 'head'), isBusy(503));
    await assert.rejects(store.records.commit(scope, command('INC-1')), isBusy(503));
  });
});
