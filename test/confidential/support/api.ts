/** Commands and questions as the tab sends them. */
import type { CommandName } from '../../../bot/contract/commands.ts';
import type { Person } from '../../../bot/desk/caller.ts';
import { newId } from '../../support/house.ts';
import type { Stage } from './stage.ts';

const tokens = new Map<string, string>();

async function tokenOf({ app }: Stage, { person }: Person): Promise<string> {
  const known = tokens.get(app.url + person);
  if (known) return known;
  const answer = await post(`${app.url}/api/demo/sign-in`, { person });
  const { token } = (await answer.json()) as { token: string };
  tokens.set(app.url + person, token);
  return token;
}

const post = (url: string, body: unknown, token = '') =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });

/** As the tab does it. What is refused is refused: the log has a line for it. */
export async function api(stage: Stage, who: Person, name: CommandName, input: object): Promise<void> {
  const answer = await post(
    `${stage.app.url}/api/commands/${name}`,
    { id: newId(), input },
    await tokenOf(stage, who),
  );
  await answer.arrayBuffer();
}

export async function ask(
  stage: Stage,
  who: Person,
  ...questions: readonly (readonly [string, object])[]
): Promise<void> {
  for (const [name, input] of questions) {
    const answer = await post(`${stage.app.url}/api/questions/${name}`, { input }, await tokenOf(stage, who));
    await answer.arrayBuffer();
  }
}
