/** For whoever runs the app: is the process alive, and can it serve. */
import { json, type Reply } from './reply.ts';
import { storeBusy, type Route } from './route.ts';

/** Alive: answers without touching the store, so that a slow store does not get the process killed. */
export const healthRoute: Route = async () => json({ alive: true });

/** Ready when the store answers; `ready` resolves false, or rejects, when it does not. */
export function readyRoute(ready: () => Promise<boolean>): Route {
  return async (): Promise<Reply> => {
    const answers = await ready().catch(() => false);
    return answers ? json({ ready: true }) : storeBusy;
  };
}
