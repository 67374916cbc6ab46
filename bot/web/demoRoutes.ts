/**
 * Demo mode's part of the API (D14): who there is, signing in as one of them, and the clock. It changes who you are
 * and what day it is, never what you may do. In production these routes do not exist.
 */
import type { z } from 'zod';
import type { SettableClock } from '../clock.ts';
import type { DemoDesk } from '../desk/demoDesk.ts';
import type { Desk } from '../desk/desk.ts';
import { problemsOf } from '../desk/problems.ts';
import type { PersonRow } from '../desk/rows.ts';
import { demoApi, type DemoPerson } from './demoApi.ts';
import { clockNow, offsetFor } from './demoClock.ts';
import type { DemoSignIn } from './demoSignIn.ts';
import { readJson, type BodyLimits } from './readJson.ts';
import { json, refuse, type Reply } from './reply.ts';
import type { Route } from './route.ts';
import { tryThis } from './tryThis.ts';

export interface DemoParts {
  readonly clock: SettableClock;
  readonly tokenFor: DemoSignIn['tokenFor'];
  /** Where and how to try the chat, in a sentence. */
  readonly chat: string;
}

export interface DemoRoutes {
  readonly overview: Route;
  readonly signIn: Route;
  readonly clock: Route;
}

/** Throws when the desk is not in demo mode: half a demo must not start. */
export function demoRoutes(desk: Desk, demo: DemoParts, limits: BodyLimits): DemoRoutes {
  const demoDesk = desk.demo;
  if (!demoDesk) throw new Error('The demo part of the API needs a desk in demo mode.');
  return {
    overview: async () => {
      const rows = await demoDesk.people();
      const people = await Promise.all(rows.map((row) => describe(desk, row)));
      return json({ now: clockNow(demo.clock), people, chat: demo.chat });
    },
    signIn: withBody(demoApi.signIn.body, limits, async ({ person }) => {
      const people = await demoDesk.people();
      const found = people.find((row) => row.person === person);
      if (!found) return refuse(nobody);
      return json({ token: await demo.tokenFor(found.person) });
    }),
    clock: withBody(demoApi.clock.body, limits, ({ to }) => moveClock(demoDesk, demo.clock, to)),
  };
}

const nobody = {
  code: 'invalid',
  field: 'person',
  message: 'Nobody has this id. Choose somebody from the list.',
} as const;

async function moveClock(demoDesk: DemoDesk, clock: SettableClock, to: string): Promise<Reply> {
  const offset = offsetFor(clock, to);
  if (typeof offset !== 'number') return refuse(offset);
  // Kept first: a restart in between must not turn the clock back.
  await demoDesk.keepClockOffset(offset);
  clock.setOffset(offset);
  return json(clockNow(clock));
}

/** Asked of the desk as that person, so that the picker shows the roles they hold on the demo clock's day. */
async function describe(desk: Desk, row: PersonRow): Promise<DemoPerson> {
  const asked = await desk.ask({ person: row.person }, { name: 'me', input: {} });
  const held = asked.answered ? asked.answer.roles : [];
  return {
    id: row.person,
    name: row.name,
    roles: held.map(({ role, label, organisationName }) => ({ role, label, organisationName })),
    tryThis: tryThis(held.map(({ role }) => role)),
  };
}

function withBody<S extends z.ZodType>(
  schema: S,
  limits: BodyLimits,
  handed: (body: z.output<S>) => Promise<Reply>,
): Route {
  return async (req) => {
    const body = await readJson(req, limits);
    if (!body.read) return body.reply;
    const parsed = schema.safeParse(body.value);
    return parsed.success ? handed(parsed.data) : refuse(problemsOf(parsed.error));
  };
}
