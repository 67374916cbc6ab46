/** A stand-in for Azure Blob Storage: Put Blob, Get Blob, Get Blob Properties and List Blobs as Microsoft documents them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BlobStub {
  /** The container's address. */
  readonly url: string;
  readonly blobs: Map<string, string>;
  readonly seen: {
    readonly method: string;
    readonly path: string;
    readonly headers: IncomingMessage['headers'];
  }[];
  /** Answers everything with this status from now on; undefined, as before. */
  failWith: number | undefined;
  stop(): Promise<void>;
}

/** Names on one page of a list. */
const pageSize = 2;

export async function startBlobStub(): Promise<BlobStub> {
  const stub = {
    blobs: new Map<string, string>(),
    seen: [] as BlobStub['seen'],
    failWith: undefined as number | undefined,
  };
  const server = createServer((req, res) => {
    void answer(req, res).catch(() => res.destroy());
  });
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const at = new URL(req.url ?? '/', 'http://stub');
    stub.seen.push({ method: req.method ?? '', path: `${at.pathname}${at.search}`, headers: req.headers });
    const body = Buffer.concat(await req.toArray()).toString('utf8');
    if (stub.failWith !== undefined) return refuse(res, stub.failWith, 'AuthorizationFailure');
    if (at.searchParams.get('comp') === 'list') return list(res, at);
    const name = decodeURIComponent(at.pathname.replace('/anchors/', ''));
    if (req.method === 'PUT') return put(req, res, name, body);
    return get(req, res, name);
  };
  const put = (req: IncomingMessage, res: ServerResponse, name: string, body: string) => {
    if (req.headers['x-ms-blob-type'] !== 'BlockBlob') return refuse(res, 400, 'InvalidHeaderValue');
    if (stub.blobs.has(name)) {
      const code = req.headers['if-none-match'] === '*' ? 'BlobAlreadyExists' : 'BlobImmutableDueToPolicy';
      return refuse(res, 409, code);
    }
    stub.blobs.set(name, body);
    end(res, 201, '', { etag: '"0x8D"', 'last-modified': 'Tue, 12 Jan 2027 02:00:00 GMT' });
  };
  const get = (req: IncomingMessage, res: ServerResponse, name: string) => {
    const blob = stub.blobs.get(name);
    if (blob === undefined) return refuse(res, 404, 'BlobNotFound');
    const headers = { 'content-type': 'application/json', etag: '"0x8D"', 'x-ms-blob-type': 'BlockBlob' };
    const asked = req.headers['x-ms-range'] ?? req.headers['range'];
    const size = Buffer.byteLength(blob);
    if (req.method === 'HEAD') return end(res, 200, '', { ...headers, 'content-length': String(size) });
    const range = { 'content-range': `bytes 0-${size - 1}/${size}` };
    return end(res, asked ? 206 : 200, blob, asked ? { ...headers, ...range } : headers);
  };
  const list = (res: ServerResponse, at: URL) => {
    const from = Number(at.searchParams.get('marker') ?? 0);
    const names = [...stub.blobs.keys()].toSorted();
    const shown = names.slice(from, from + pageSize);
    const next = from + pageSize < names.length ? String(from + pageSize) : '';
    const blobs = shown.map((name) => `<Blob><Name>${name}</Name><Properties /></Blob>`).join('');
    const xml = `<?xml version="1.0" encoding="utf-8"?><EnumerationResults ServiceEndpoint="http://stub/" ContainerName="anchors"><Blobs>${blobs}</Blobs><NextMarker>${next}</NextMarker></EnumerationResults>`;
    end(res, 200, xml, { 'content-type': 'application/xml' });
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(stub, {
    url: `http://127.0.0.1:${port}/anchors`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function refuse(res: ServerResponse, status: number, code: string) {
  const xml = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  end(res, status, xml, { 'content-type': 'application/xml', 'x-ms-error-code': code });
}

function end(res: ServerResponse, status: number, body: string, headers: Record<string, string>) {
  res.statusCode = status;
  res.setHeader('x-ms-version', '2025-01-05');
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.end(body);
}
