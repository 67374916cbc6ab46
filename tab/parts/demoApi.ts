/** What only demo mode answers: who there is, whom to be, and the clock (DESIGN D14). */
import type { Role } from '../../bot/contract/roles.ts';
import { readJson } from './api.ts';
import { posted, request } from './early.ts';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly {
    readonly role: Role;
    readonly label: string;
    readonly organisationName: string;
  }[];
  readonly tryThis: string;
}

export interface Demo {
  /** `iso` is London's wall-clock time as 2027-01-28T09:30, as a date and time field takes it. */
  readonly now: { readonly label: string; readonly iso: string };
  readonly people: readonly DemoPerson[];
  /** How to try the chat, in a sentence. */
  readonly chat: string;
}

/** Undefined where there is no demo: that is production. Throws `Refused` when the server cannot be reached. */
export async function askDemo(): Promise<Demo | undefined> {
  const response = await request('/api/demo');
  return response.status === 404 ? undefined : readJson<Demo>(response);
}

export async function signInAs(person: string): Promise<string> {
  const { token } = await readJson<{ token: string }>(await post('/api/demo/sign-in', { person }));
  return token;
}

/** `to` is 'next-day', 'next-working-day' or a London date and time as 2027-01-28T09:30. */
export async function setClock(to: string): Promise<void> {
  await readJson<unknown>(await post('/api/demo/clock', { to }));
}

function post(path: string, body: unknown): Promise<Response> {
  return request(path, posted(body, undefined));
}
