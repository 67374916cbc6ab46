/** Reads a JSON body, so that nothing unbounded, compressed, slow or deep gets past here. */
import type { IncomingMessage } from 'node:http';
import { deepest } from './limits.ts';
import { refuse, refuseAndClose, type Reply } from './reply.ts';

export type ReadBody =
  | { readonly read: true; readonly value: unknown }
  | { readonly read: false; readonly reply: Reply };

export interface BodyLimits {
  readonly bytes: number;
  readonly milliseconds: number;
}

type Collected = Buffer | 'tooLarge' | 'tooSlow' | 'gone';

const tooLarge = refuseAndClose({ code: 'invalid', message: 'This is too large. Send less at a time.' }, 413);
const tooSlow = refuseAndClose(
  { code: 'invalid', message: 'This took too long to arrive. Send it again.' },
  408,
);
const notJson = refuse({ code: 'invalid', message: 'Send the request as JSON.' });
const wrongType = refuse(
  { code: 'invalid', message: 'Send JSON, with the content type application/json.' },
  415,
);
const tooDeep = refuse({ code: 'invalid', message: 'The JSON is nested too deeply.' });

/**
 * JSON only, also as a guard against other sites: a browser sends this content type across sites only after asking
 * first, and nothing here says yes.
 */
const jsonType = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

export async function readJson(req: IncomingMessage, limits: BodyLimits): Promise<ReadBody> {
  if (!jsonType.test(req.headers['content-type'] ?? '')) return refused(wrongType);
  if (Number(req.headers['content-length'] ?? 0) > limits.bytes) return refused(tooLarge);
  const collected = await collect(req, limits);
  if (collected === 'tooLarge') return refused(tooLarge);
  if (collected === 'tooSlow' || collected === 'gone') return refused(tooSlow);
  const parsed = parse(collected);
  if (!parsed) return refused(notJson);
  return isTooDeep(parsed.value) ? refused(tooDeep) : { read: true, value: parsed.value };
}

const refused = (reply: Reply): ReadBody => ({ read: false, reply });

function collect(req: IncomingMessage, limits: BodyLimits): Promise<Collected> {
  const { promise, resolve } = Promise.withResolvers<Collected>();
  const chunks: Buffer[] = [];
  let size = 0;
  const timer = setTimeout(() => resolve('tooSlow'), limits.milliseconds);
  const onData = (chunk: Buffer) => {
    size += chunk.length;
    if (size > limits.bytes) resolve('tooLarge');
    else chunks.push(chunk);
  };
  req.on('data', onData);
  req.once('end', () => resolve(Buffer.concat(chunks)));
  req.once('error', () => resolve('gone'));
  req.once('close', () => resolve('gone'));
  return promise.finally(() => {
    clearTimeout(timer);
    req.off('data', onData);
  });
}

function parse(bytes: Buffer): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}

/** Level by level, so that depth costs no stack. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap((inner) => (inner && typeof inner === 'object' ? Object.values(inner) : []));
    if (level.length === 0) return false;
  }
  return true;
}
