/** How a new production directory begins: with the administrator whom the configuration names (D13). */
import type { ProductionConfig } from './config.ts';
import { theSystem } from './desk/caller.ts';
import type { Desk } from './desk/desk.ts';
import type { Log } from './desk/logPort.ts';
import { systemRandom } from './random.ts';

type Named = Pick<ProductionConfig, 'FIRST_ADMINISTRATOR' | 'FIRST_ADMINISTRATOR_NAME'>;

/**
 * Once somebody is administrator the rule refuses, and the setting changes nothing. Several processes may start at once:
 * one of them does it. Throws when the directory cannot be asked or the setting is not accepted.
 */
export async function nameFirstAdministrator(
  desk: Pick<Desk, 'perform'>,
  { FIRST_ADMINISTRATOR: person, FIRST_ADMINISTRATOR_NAME: name }: Named,
  log: Pick<Log, 'warn'>,
): Promise<void> {
  if (!person) return;
  // Each start asks anew: a receipt of an earlier start would answer that it is done.
  const id = `first-administrator-${systemRandom.uuid()}`;
  const result = await desk.perform(theSystem, { id, name: 'people.addFirst', input: { person, name } });
  if (result.done) log.warn({}, 'The person in FIRST_ADMINISTRATOR is administrator now.');
  else if (result.refusal.code !== 'refused')
    throw new Error(`FIRST_ADMINISTRATOR could not be made administrator. ${result.refusal.message}`);
}
