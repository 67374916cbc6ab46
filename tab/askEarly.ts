/**
 * Asks what the first page will need while the rest of the code is still on its way. Where the token is not known yet,
 * as in Teams, only the code that gets it is fetched.
 */
import type { Me } from '../bot/contract/answers.ts';
import { homeQuestions } from './home/questions.ts';
import { fetchTeams, isEmbedded } from './parts/embedded.ts';
import { beginEarly, questionOf } from './parts/early.ts';
import { placesOf, roleAt } from './parts/places.ts';
import { stored } from './parts/stored.ts';

export async function askEarly(): Promise<void> {
  if (isEmbedded()) {
    await fetchTeams();
    return;
  }
  await Promise.all([beginEarly('/api/demo'), askForHome(stored.token())]);
}

async function askForHome(token: string | undefined): Promise<void> {
  if (token === undefined) return;
  const response = await beginEarly('/api/questions/me', questionOf({}, undefined, token));
  if (!response.ok) return;
  // The app reads the answer itself later on.
  const me = (await response.clone().json()) as Me;
  const under = stored.roleOf(me);
  const at = location.hash.slice(1) || '/';
  const held = under && roleAt(at, me.roles, under);
  if (!held || (at === '/' ? placesOf(held.role)[0]?.path : at) !== '/home') return;
  const { role, organisation } = held;
  await Promise.all(
    homeQuestions(role).map(({ name, input }) =>
      beginEarly(`/api/questions/${name}`, questionOf(input, { role, organisation }, token)),
    ),
  );
}
