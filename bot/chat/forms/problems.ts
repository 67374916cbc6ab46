/** A refused form comes back filled in, each message at its field (D9). */
import type { FieldProblem, Refusal } from '../../contract/refusal.ts';
import { text, typed, type CardData } from './cardInput.ts';

/** What a form template shows: a sentence at the top, one at each field, and whether to ask for a reason. */
export type Problems = {
  readonly problem?: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly askReason?: true;
  /** The same for an e-mail address that is not on the secure list. */
  readonly askReasonW09?: true;
};

/** A form nobody has sent yet. */
export const noProblems: Problems = { errors: {} };

/** The inputs in which a person says why something must stay despite a warning (DOMAIN §6.2), by its rule. */
const reasonFields = { 'W-08': 'reasonW08', 'W-09': 'reasonW09' } as const;

/** `fields` are the inputs the form has; a problem that belongs to none of them is told at the top. */
export function problemsOf(refusal: Refusal, fields: readonly string[], data: CardData): Problems {
  const places = new Set<string>([...fields, ...Object.values(reasonFields)]);
  const told = problemsIn(refusal, data);
  const placed = told.filter(({ field }) => places.has(field));
  const others = told.filter(({ field }) => !places.has(field)).map(({ message }) => message);
  const asks = (rule: keyof typeof reasonFields) =>
    refusal.rule === rule ||
    told.some((problem) => problem.rule === rule) ||
    text(data, reasonFields[rule]) !== undefined;
  return {
    problem: others.length > 0 ? [...new Set(others)].join(' ') : correction(placed.length),
    // The first message of a field is the one to follow first.
    errors: Object.fromEntries(placed.toReversed().map(({ field, message }) => [field, message])),
    ...(asks('W-08') ? { askReason: true } : {}),
    ...(asks('W-09') ? { askReasonW09: true } : {}),
  };
}

function problemsIn({ fields, field, message }: Refusal, data: CardData): readonly FieldProblem[] {
  const told = fields && fields.length > 0 ? fields : [{ field: field ?? '', message }];
  const given = Object.values(reasonFields).filter((reason) => text(data, reason) !== undefined);
  return told.flatMap((problem) =>
    problem.field === 'reasons' ? given.map((reason) => ({ ...problem, field: reason })) : [problem],
  );
}

function correction(count: number): string {
  const answers = count === 1 ? 'One answer needs' : `${count} answers need`;
  return `${answers} a change. Nothing you typed is lost.`;
}

/** The reasons typed on the form, by rule, as the commands take them. */
export function reasonsIn(data: CardData): Readonly<Record<string, string>> | undefined {
  const given = Object.entries(reasonFields).flatMap(([rule, field]) => {
    const reason = text(data, field);
    return reason === undefined ? [] : [[rule, reason] as const];
  });
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** What was typed into each field, to fill the form with again. */
export function typedInto(data: CardData, fields: readonly string[]): Record<string, string> {
  const places = [...fields, ...Object.values(reasonFields)];
  return Object.fromEntries(places.map((field) => [field, typed(data, field)]));
}
