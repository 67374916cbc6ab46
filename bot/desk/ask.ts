/** The one road of every read: who asks, may they, answer, and the line in the access log before it leaves (D15). */
import { questions, type QuestionName } from '../contract/questions.ts';
import type { Under } from '../contract/commands.ts';
import type { z } from 'zod';
import type { Refusal } from '../contract/refusal.ts';
import { grantsFor, isRefusal, knowCaller } from './authorise.ts';
import type { Caller } from './caller.ts';
import { saidOfDestroyed } from './destroyed.ts';
import { logRead, logRefusal } from './logAccess.ts';
import type { Office } from './office.ts';
import { problemsOf } from './problems.ts';
import { tidyReference } from './tidyReference.ts';
import type { Answered, QuestionContext, QuestionSpec, QuestionSpecs } from './spec.ts';

export interface Question<N extends string = string> {
  readonly name: N;
  readonly input: unknown;
  readonly under?: Under | undefined;
  /** Set by main when a card of this person is made without them: nobody looked, so no reading is logged (D15). */
  readonly forDelivery?: true;
}

/** `identifiers` are texts of the records behind the answer that identify someone; they are for the gate, not for a client. */
export type Asked<A = unknown> =
  | { readonly answered: true; readonly answer: A; readonly identifiers: readonly string[] }
  | { readonly answered: false; readonly refusal: Refusal };

export async function ask(
  office: Office,
  specs: QuestionSpecs,
  caller: Caller,
  question: Question,
): Promise<Asked> {
  if (!isQuestionName(question.name)) {
    return refused({
      code: 'unknown',
      message: 'There is no such question. See /api/openapi.json for those there are.',
    });
  }
  // As in perform: the catalogue pairs each name with its own types.
  const spec = specs[question.name] as unknown as QuestionSpec<unknown, unknown>;
  return answerFor(office, { spec, input: questions[question.name].input }, caller, question);
}

/** What is asked for: who may, with what input, and how it is answered. */
export interface Answerable<A> {
  readonly spec: QuestionSpec<unknown, A>;
  readonly input: z.ZodType;
  /** Set for what leaves as a file: every fetching is a reading of its own. */
  readonly each?: true;
}

/** The road itself, for a question and for a file. */
export async function answerFor<A>(
  office: Office,
  { spec, input, each }: Answerable<A>,
  caller: Caller,
  question: Question,
): Promise<Asked<A>> {
  const known = await knowCaller(office, caller, question.under);
  if (isRefusal(known)) return refused(known);
  const { person } = known.row;
  const asking = { person, name: question.name, origin: known.origin };
  const [grant, ...others] = grantsFor(known, spec);
  if (!grant) {
    const ref = refIn(question.input);
    await logRefusal(office, { ...asking, grant: known.grants[0], right: spec, ref });
    return refused(known.refusal);
  }
  const parsed = input.safeParse(question.input);
  if (!parsed.success) return refused(problemsOf(parsed.error));

  const result = await answered(spec, {
    input: parsed.data,
    office,
    now: office.clock.now(),
    person: known.row,
    grants: [grant, ...others],
    origin: known.origin,
    everyGrant: known.grants,
  });
  if (!result.answered) {
    if (result.refusal.code === 'notAvailable' && !question.forDelivery) {
      const ref = refIn(parsed.data);
      const about = { who: person, grants: [grant, ...others], right: spec };
      const gone = ref === undefined ? undefined : await saidOfDestroyed(office, { ...about, ref });
      if (gone) return refused(gone);
      await logRefusal(office, { ...asking, grant, right: spec, ref });
    }
    return refused(result.refusal);
  }
  if (result.read && !question.forDelivery)
    await logRead(office, { ...asking, grant, ref: result.read, ...(each ? { each } : {}) });
  return { answered: true, answer: result.answer, identifiers: result.identifiers };
}

/** No reference is longer, however it is written; what is, is not for the log. */
const longestReference = 40;

/** Which record it was about (DOMAIN §1.2: who, what object, when), if it was about one. `input` is not checked yet. */
export function refIn(input: unknown): string | undefined {
  const ref = input && typeof input === 'object' && 'ref' in input ? input.ref : undefined;
  return typeof ref === 'string' && ref.length <= longestReference ? tidyReference(ref) : undefined;
}

const wrongPage: Refusal = {
  code: 'invalid',
  field: 'after',
  message: 'This is not a page of this list. Begin again with the first page.',
};

/** A page token that the store did not give makes it throw RangeError: the asker's mistake, not ours. */
async function answered<A>(
  spec: QuestionSpec<unknown, A>,
  context: QuestionContext<unknown>,
): Promise<Answered<A>> {
  try {
    return await spec.answer(context);
  } catch (error) {
    const { input } = context;
    const hasToken = typeof input === 'object' && input !== null && 'after' in input;
    if (error instanceof RangeError && hasToken) return { answered: false, refusal: wrongPage };
    throw error;
  }
}

const refused = (refusal: Refusal): Asked<never> => ({ answered: false, refusal });

function isQuestionName(name: string): name is QuestionName {
  return Object.hasOwn(questions, name);
}
