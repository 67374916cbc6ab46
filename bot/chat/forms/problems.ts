/** A refused form comes back filled in, each message at its field (D9). */
import type { FieldProblem, Refusal } from '../../contract/refusal.ts';
import { text, typed, type CardData } from './cardInput.ts';

/** What a form template shows: a sentence at the top, one at each field, and whether to ask for a reason. */
export type Problems = {
  readonly problem?: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly askReason?: true;
};

/** A form nobody has sent yet. */
export const noProblems: Problems = { errors: {} };

/** The input in which a person says why something must stay despite rule W-08 (DOMAIN §6.2). */
const reasonField = 'reasonW08';

/** `fields` are the inputs the form has; a problem that belongs to none of them is told at the top. */
export function problemsOf(refusal: Refusal, fields: readonly string[], data: CardData): Problems {
  const places = new Set([...fields, reasonField]);
  const told = problemsIn(refusal);
  const placed = told.filter(({ field }) => places.has(field));
  const others = told.filter(({ field }) => !places.has(field)).map(({ message }) => message);
  const asked = refusal.rule === 'W-08' || text(data, reasonField) !== undefined;
  return {
    problem: others.length > 0 ? [...new Set(others)].join(' ') : correction(placed.length),
    // The first message of a field is the one to follow first.
    errors: Object.fromEntries(placed.toReversed().map(({ field, message }) => [field, message])),
    ...(asked ? { askReason: true } : {}),
  };
}

function problemsIn({ fields, field, message }: Refusal): readonly FieldProblem[] {
  const told = fields && fields.length > 0 ? fields : [{ field: field ?? '', message }];
  return told.map((problem) => (problem.field === 'reasons' ? { ...problem, field: reasonField } : problem));
}

function correction(count: number): string {
  const answers = count === 1 ? 'One answer needs' : `${count} answers need`;
  return `${answers} a change. Nothing you typed is lost.`;
}

/** The reason typed on the form, by rule, as the commands take it. */
export function reasonsIn(data: CardData): Readonly<Record<string, string>> | undefined {
  const reason = text(data, reasonField);
  return reason === undefined ? undefined : { 'W-08': reason };
}

/** What was typed into each field, to fill the form with again. */
export function typedInto(data: CardData, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries([...fields, reasonField].map((field) => [field, typed(data, field)]));
}
