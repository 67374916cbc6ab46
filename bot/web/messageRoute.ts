/** Activities from Teams: read here, within limits, then handed to the bot. */
import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { Refusal } from '../contract/refusal.ts';
import type { Log } from '../desk/logPort.ts';
import { readJson, type BodyLimits } from './readJson.ts';
import { refuse, send } from './reply.ts';
import type { Handle } from './restifyServer.ts';
import { answerError } from './route.ts';

/** The bot: checks who sent the activity, takes the turn, and answers on `res`. The parsed body is in `req.body`. */
export type ProcessActivity = (req: Request, res: Response) => Promise<void>;

/** What botbuilder takes for granted before it has asked who sent it. */
const leastActivity = z.looseObject({ type: z.string().min(1) });
const notAnActivity = refuse({ code: 'invalid', message: 'Send one activity, as a JSON object.' });

export function messageRoute(log: Log, limits: BodyLimits, processActivity: ProcessActivity): Handle {
  return async (req, res) => {
    try {
      const body = await readJson(req, limits);
      if (!body.read) return send(res, body.reply);
      const activity = leastActivity.safeParse(body.value);
      if (!activity.success) return send(res, notAnActivity);
      req.body = activity.data;
      keepErrorsIn(res);
      return await processActivity(req, res);
    } catch (error) {
      return answerError(log, error, res);
    }
  };
}

/** botbuilder answers a failed turn with the text of its error; whoever sent it gets a sentence instead. */
function keepErrorsIn(res: Response): void {
  const sendOn = res.send.bind(res) as (...sent: unknown[]) => unknown;
  res.send = (...sent: unknown[]) => {
    const status = typeof sent[0] === 'number' ? sent[0] : res.statusCode;
    const isErrorText = (part: unknown) => typeof part === 'string' && status >= 400;
    return sendOn(...sent.map((part) => (isErrorText(part) ? inPlainWords(status) : part)));
  };
}

function inPlainWords(status: number): Refusal {
  if (status === 401 || status === 403) return { code: 'signIn', message: 'This was not sent by Teams.' };
  if (status < 500) return { code: 'invalid', message: 'This activity cannot be read.' };
  return { code: 'busy', message: 'Something went wrong here. Send it again in a moment.' };
}
