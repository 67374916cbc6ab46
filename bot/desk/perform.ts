/**
 * The one road of every write (D4): read who asks, read what it touches, decide by a pure rule, commit one batch.
 * Three waits on the store, whatever the size of the register (DESIGN §5).
 */
import type { z } from 'zod';
import { commands, type CommandName, type Under } from '../contract/commands.ts';
import type { Outcome } from '../contract/answers.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Grant } from '../contract/roles.ts';
import { refIn } from './ask.ts';
import { saidOfDestroyed } from './destroyed.ts';
import { isTheApp, type Caller } from './caller.ts';
import { grantsFor, isRefusal, knowCaller, subjectOf, subjectOfNew, type Known } from './authorise.ts';
import { commit, type Committed } from './commit.ts';
import { gatherFacts } from './facts.ts';
import { loadFor, type Loaded } from './load.ts';
import { logRefusal } from './logAccess.ts';
import { lookOver } from './lookOver.ts';
import type { Office } from './office.ts';
import { allows } from './permissions/allows.ts';
import { outcomeOf, receiptFrom } from './receipt.ts';
import type { HeadRow } from './rows.ts';
import type { CommandSpec, CommandSpecs } from './spec.ts';

export interface Command {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  readonly under?: Under | undefined;
}

export type Performed =
  | { readonly done: true; readonly outcome: Outcome; readonly repeated: boolean }
  | { readonly done: false; readonly refusal: Refusal };

/** How often a record that moved is read again and decided anew before giving up. */
const mostTries = 12;

const refused = (refusal: Refusal): Performed => ({ done: false, refusal });
export const stillBusy: Refusal = {
  code: 'busy',
  message: 'The store is busy just now. Nothing you typed is lost: try again in a moment.',
};

export async function perform(
  office: Office,
  specs: CommandSpecs,
  caller: Caller,
  command: Command,
): Promise<Performed> {
  if (!isCommandName(command.name) || !mayComeFrom(caller, command.name)) {
    return refused({
      code: 'unknown',
      message: 'There is no such command. See /api/openapi.json for those there are.',
    });
  }
  // The catalogue pairs each name with its own input type; past the parse below the two always match.
  const spec = specs[command.name] as CommandSpec<unknown>;
  const parsed = commands[command.name].input.safeParse(command.input);
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    // Asked again with every try: a role that ends meanwhile ends here too.
    const known = await knowCaller(office, caller, command.under);
    if (isRefusal(known)) return refused(known);
    const result = await attemptOnce(office, spec, known, command, parsed);
    if (result !== 'again') return result;
    await office.pause(office.random.below(2 ** Math.min(attempt, 8)));
  }
  return refused(stillBusy);
}

async function attemptOnce(
  office: Office,
  spec: CommandSpec<unknown>,
  known: Known,
  command: Command,
  parsed: z.ZodSafeParseResult<unknown>,
): Promise<Performed | 'again'> {
  const grants = grantsFor(known, spec);
  const loaded = await loadFor(
    office,
    spec,
    known,
    grants,
    command.id,
    parsed.success ? parsed.data : undefined,
  );
  // A receipt is looked up before any refusal (D7): the repetition of what was done answers as it did then.
  const receipt = loaded.map((place) => place.receipt).find((found) => found !== undefined);
  if (receipt) return receiptFrom(receipt, command);
  if (grants.length === 0) return denied(office, spec, known, command);
  if (!parsed.success)
    return refused(
      await lookOver(office, spec, {
        schema: commands[command.name as CommandName].input,
        input: command.input,
        error: parsed.error,
        person: known.row,
        grant: grants[0],
      }),
    );

  const wrong = spec.check?.(parsed.data);
  if (wrong) return refused(wrong.refusal);
  const place = loaded.find((candidate) => mayAct(spec, candidate, known.row.person));
  if (!place) {
    const gone = await destroyedOne(office, spec, known, grants, command);
    return gone ? refused(gone) : denied(office, spec, known, command);
  }

  const decision = spec.decide({
    input: parsed.data,
    facts: gatherFacts(office, place, known.row),
    heads: place.heads.map((head) => head.row),
    row: place.row,
    scope: place.scope,
  });
  if (!decision.changed) {
    // A rule may say so too, where the table alone cannot know; it is logged like every refusal of a role.
    if (decision.refusal.code === 'notAvailable') return denied(office, spec, known, command);
    const { rule } = decision.refusal;
    // A hard stop is audited like a refused right: who tried to pass it, and when (DOMAIN §3.3).
    if (rule?.startsWith('HS-'))
      await logRefusal(office, {
        person: known.row.person,
        grant: place.grant,
        name: command.name,
        origin: known.origin,
        right: spec,
        rule,
        ref: refIn(command.input),
      });
    return refused(decision.refusal);
  }
  const committed = await commit(office, {
    command,
    decision,
    place,
    actor: known.row,
    origin: known.origin,
    spec,
  });
  return conclude(committed, decision.outcome, command);
}

function conclude(committed: Committed, outcome: Outcome, command: Command): Performed | 'again' {
  switch (committed.how) {
    case 'stored':
      return { done: true, outcome: outcomeOf(outcome), repeated: false };
    case 'already':
      return receiptFrom(committed.receipt, command);
    case 'claimed':
      return refused(committed.refusal);
    case 'moved':
      return 'again';
    case 'busy':
      return refused(stillBusy);
  }
}

/** Every record the command names was found in this place, and the grant reaches each of them. */
function mayAct(spec: CommandSpec<unknown>, place: Loaded, person: string): boolean {
  if (!place.complete) return false;
  const heads = place.heads.map(({ row }) => row);
  if (spec.kind && !heads.every(({ type }) => type === spec.kind)) return false;
  const more = (head: HeadRow | undefined) => spec.subject?.(head, place.grant, person, heads);
  const subjects =
    heads.length > 0
      ? heads.map((row) => ({ ...subjectOf(row, person), ...more(row) }))
      : [{ ...subjectOfNew(place.grant, person), ...more(undefined) }];
  return subjects.every((subject) => allows(place.grant, spec.action, spec.object, subject).allowed);
}

/** A destroyed record takes no command any more (§8); who could have given one is told so. */
async function destroyedOne(
  office: Office,
  right: CommandSpec<unknown>,
  { row: { person: who } }: Known,
  grants: readonly Grant[],
  command: Command,
): Promise<Refusal | undefined> {
  const ref = refIn(command.input);
  return ref === undefined ? undefined : saidOfDestroyed(office, { who, grants, right, ref });
}

/** Not there, or not yours: the same sentence, so that nobody learns which (DOMAIN §1.2). */
async function denied(
  office: Office,
  spec: CommandSpec<unknown>,
  known: Known,
  command: Command,
): Promise<Performed> {
  const grant: Grant | undefined = known.grants[0];
  const ref = refIn(command.input);
  const { row, origin } = known;
  await logRefusal(office, { person: row.person, grant, name: command.name, origin, right: spec, ref });
  return refused(known.refusal);
}

/** Some commands come from the bot alone, whoever the person is. */
function mayComeFrom(caller: Caller, name: CommandName): boolean {
  const command = commands[name];
  if (!('from' in command)) return true;
  return command.from === 'app' ? isTheApp(caller) : caller.from === command.from;
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
