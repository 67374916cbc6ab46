/** The one HTTP server: bot, API and tab on one port. */
import type { AddressInfo } from 'node:net';
import type { Desk } from '../desk/desk.ts';
import type { Log } from '../desk/logPort.ts';
import { demoRoutes, type DemoParts } from './demoRoutes.ts';
import { commandRoute, questionRoute } from './deskRoutes.ts';
import { createGuard, refusalsOnSocket } from './guard.ts';
import { healthRoute, readyRoute } from './healthRoutes.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { messageRoute, type ProcessActivity } from './messageRoute.ts';
import { describeApi } from './openApi.ts';
import { pageAt, pagePaths } from './pages.ts';
import { json, notFound } from './reply.ts';
import { newRestifyServer, type RestifyServer } from './restifyServer.ts';
import { answering, type Route } from './route.ts';
import { securityHeaders } from './securityHeaders.ts';
import type { SignIn } from './signIn.ts';
import { tabRoute } from './tabFiles.ts';

export interface WebParts {
  readonly desk: Desk;
  readonly signIn: SignIn;
  /** Only in demo mode; without it the demo routes do not exist. */
  readonly demo?: DemoParts;
  readonly processActivity: ProcessActivity;
  /** The built tab; read once, when the server is made. */
  readonly tabFolder: string;
  /** How the app is reached from outside; https makes browsers insist on it. */
  readonly publicUrl: string;
  readonly log: Log;
  /** Whether the store answers. */
  readonly ready: () => Promise<boolean>;
  readonly limits?: Partial<Limits>;
}

export interface WebServer {
  /** Resolves with the port that was taken, which matters when 0 was asked for. */
  readonly listen: (port: number, host: string) => Promise<number>;
  /** Stops listening, lets running requests finish, hangs up on idle connections. */
  readonly close: () => Promise<void>;
}

export function createServer(parts: WebParts): WebServer {
  const { log } = parts;
  const limits = { ...defaultLimits, ...parts.limits };
  const server = newRestifyServer(log);
  const headers = securityHeaders(parts.publicUrl);
  const refusals = refusalsOnSocket(headers);
  server.first(createGuard(log, headers));
  server.on('clientError', refusals.unreadable);
  server.on('upgrade', refusals.upgrade);
  setTimes(server, limits);
  addRoutes(server, parts, limits);
  return {
    listen: async (port, host) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      server.once('error', reject);
      server.listen(port, host, resolve);
      await promise.finally(() => server.off('error', reject));
      return (server.server.address() as AddressInfo).port;
    },
    close: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(resolve);
      server.server.closeIdleConnections();
      await promise;
    },
  };
}

/** Nobody holds a connection by sending slowly or not at all. */
function setTimes({ server }: RestifyServer, limits: Limits): void {
  server.headersTimeout = limits.headersTime;
  server.requestTimeout = limits.headersTime + limits.bodyTime;
  server.timeout = limits.idleTime;
}

function addRoutes(server: RestifyServer, parts: WebParts, limits: Limits): void {
  const { log, desk, signIn } = parts;
  const apiLimits = { bytes: limits.apiBytes, milliseconds: limits.bodyTime };
  const activityLimits = { bytes: limits.activityBytes, milliseconds: limits.bodyTime };
  const deskParts = { desk, signIn, log, limits: apiLimits };
  const get = (path: string, route: Route) => {
    server.get(path, answering(log, route));
    server.head(path, answering(log, route));
  };
  const post = (path: string, route: Route) => server.post(path, answering(log, route));

  server.post('/api/messages', messageRoute(log, activityLimits, parts.processActivity));
  post('/api/commands/:name', commandRoute(deskParts));
  post('/api/questions/:name', questionRoute(deskParts));
  if (parts.demo) {
    const demo = demoRoutes(desk, parts.demo, apiLimits);
    get('/api/demo', demo.overview);
    post('/api/demo/sign-in', demo.signIn);
    post('/api/demo/clock', demo.clock);
  }
  const api = json(describeApi({ publicUrl: parts.publicUrl, demo: parts.demo !== undefined }));
  get('/api/openapi.json', async () => api);
  get('/health', healthRoute);
  get('/ready', readyRoute(parts.ready));
  for (const path of pagePaths) get(path, async () => pageAt(path));
  get('/*', tabRoute(parts.tabFolder));
  post('/*', async () => notFound);
}
