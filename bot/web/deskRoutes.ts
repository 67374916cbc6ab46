/** The tab's API: commands and questions, handed to the desk and to nobody else (D4). */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Request } from 'restify';
import type { z } from 'zod';
import type { Refusal } from '../contract/refusal.ts';
import type { Desk } from '../desk/desk.ts';
import { problemsOf } from '../desk/problems.ts';
import { commandBody, questionBody } from './envelopes.ts';
import { readJson, type BodyLimits } from './readJson.ts';
import { json, refuse, type Reply } from './reply.ts';
import type { Route } from './route.ts';
import type { SignedIn, SignIn } from './signIn.ts';

export interface DeskRouteParts {
  readonly desk: Desk;
  readonly signIn: SignIn;
  readonly log: Logger;
  readonly limits: BodyLimits;
}

const signInFirst: Refusal = {
  code: 'signIn',
  message: 'Sign in first. If you were signed in, do it again.',
};
const signInUnreachable: Refusal = {
  code: 'busy',
  message: 'Your sign-in cannot be checked just now. Nothing you sent is lost: try again in a moment.',
};
/** Carries out a command. Safe to send again with the same id (D7). */
export function commandRoute(parts: DeskRouteParts): Route {
  return withSignedInBody(parts, commandBody, async (caller, name, { id, input, under }) => {
    const performed = await parts.desk.perform(caller, { id, name, input, under });
    if (!performed.done) return refuse(performed.refusal);
    return json({ outcome: performed.outcome, repeated: performed.repeated });
  });
}

/**
 * Answers a question. The input is in the body, because an address ends up in logs and histories. A page that asks
 * again sends the ETag of what it has and gets 304 when nothing changed (D20).
 */
export function questionRoute(parts: DeskRouteParts): Route {
  return withSignedInBody(parts, questionBody, async (caller, name, { input, under }, req) => {
    const asked = await parts.desk.askAnything(caller, { name, input, under });
    // What identifies someone is for the gate outward (D12); the person asking gets the answer alone.
    return asked.answered ? tagged(json(asked.answer), req) : refuse(asked.refusal);
  });
}

/**
 * A file, fetched with the caller's token in the header like everything else: an address that opened one by itself could
 * be passed on (D19). No copy is kept on the way.
 */
export function fileRoute(parts: DeskRouteParts): Route {
  return withSignedInBody(parts, questionBody, async (caller, name, { input, under }) => {
    const fetched = await parts.desk.file(caller, { name, input, under });
    if (!fetched.made) return refuse(fetched.refusal);
    const { filename, mediaType, bytes } = fetched.file;
    return {
      status: 200,
      body: Buffer.from(bytes),
      headers: {
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${filename}"`,
        'cache-control': 'no-store',
      },
    };
  });
}

function tagged(reply: Reply, req: Request): Reply {
  const etag = `"${createHash('sha256')
    .update(reply.body ?? '')
    .digest('base64url')}"`;
  const headers = { ...reply.headers, etag };
  const known = (req.headers['if-none-match'] ?? '').split(',');
  const unchanged = known.some((tag) => tag.trim().replace(/^W\//, '') === etag);
  return unchanged ? { status: 304, headers } : { ...reply, headers };
}

type Handed<S extends z.ZodType> = (
  caller: SignedIn,
  name: string,
  body: z.output<S>,
  req: Request,
) => Promise<Reply>;

/** Who it is comes first: nothing a stranger sends is read. */
function withSignedInBody<S extends z.ZodType>(parts: DeskRouteParts, schema: S, handed: Handed<S>): Route {
  return async (req) => {
    const caller = await whoCalls(parts, req);
    if ('code' in caller) return refuse(caller);
    const body = await readJson(req, parts.limits);
    if (!body.read) return body.reply;
    const parsed = schema.safeParse(body.value);
    if (!parsed.success) return refuse(problemsOf(parsed.error));
    return handed(caller, String(req.params['name']), parsed.data, req);
  };
}

async function whoCalls({ signIn, log }: DeskRouteParts, req: Request): Promise<SignedIn | Refusal> {
  try {
    return (await signIn(req.headers.authorization)) ?? signInFirst;
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : typeof error }, 'Sign-in could not be checked.');
    return signInUnreachable;
  }
}
