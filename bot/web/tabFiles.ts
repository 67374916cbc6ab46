/** The built tab, read into memory at start: what is not in this map cannot be asked for, whatever the address. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Request } from 'restify';
import { notFound, type Reply } from './reply.ts';
import type { Route } from './route.ts';

interface TabFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly caching: string;
  /** Compressed when first asked for, then kept. */
  compressed?: Promise<Buffer>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Vite puts a hash of the content into every name below /assets; all else is asked for again each time. */
const cachingOf = (path: string) =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

const notBuilt: Reply = {
  status: 503,
  body: 'The tab has not been built yet. Run "npm run build" and start again.',
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
};

/** Serves files of the folder, and its index.html for every other address that is not a file's: the tab's own pages. */
export function tabRoute(folder: string): Route {
  const files = readTab(folder);
  const index = files.get('/index.html');
  return async (req) => {
    const path = decodeURIComponent(req.getUrl().pathname ?? '/');
    const file = files.get(path);
    if (file) return serve(file, req);
    if (path.startsWith('/api/') || extname(path) !== '') return notFound;
    return index ? serve(index, req) : notBuilt;
  };
}

function readTab(folder: string): ReadonlyMap<string, TabFile> {
  const files = new Map<string, TabFile>();
  for (const entry of entriesOf(folder)) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const type = types[extname(entry.name)] ?? 'application/octet-stream';
    files.set(path, { bytes: readFileSync(file), type, caching: cachingOf(path) });
  }
  return files;
}

/** A tab that has not been built has no folder; the API and the bot work without it. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Level 6 of 11: nearly as small as the best and ready in a moment. */
const compress = promisify(brotliCompress);
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const worthCompressing = 1_000;

async function serve(file: TabFile, req: Request): Promise<Reply> {
  const headers = { 'content-type': file.type, 'cache-control': file.caching, vary: 'accept-encoding' };
  const isText = /text|json|svg/.test(file.type) && file.bytes.length > worthCompressing;
  if (!isText || !/\bbr\b/.test(req.headers['accept-encoding'] ?? '')) {
    return { status: 200, body: file.bytes, headers };
  }
  file.compressed ??= compress(file.bytes, brotli);
  return { status: 200, body: await file.compressed, headers: { ...headers, 'content-encoding': 'br' } };
}
