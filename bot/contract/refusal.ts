/** How a command or question is refused, on every surface: chat, tab and API. */
import { z } from 'zod';

export const refusalCodes = {
  invalid: 'A field is missing or wrong; `field` and `fields` say which.',
  refused: 'A rule of the policy says no; `rule` names it.',
  warning: 'Allowed with a reason: send it again with a reason for the rule named.',
  stale: 'The record has moved on since this was opened.',
  notAvailable: 'Not available to your role. Says nothing about whether a record exists.',
  unknown: 'There is no such command or question.',
  signIn: 'Sign in first.',
  busy: 'The store cannot answer just now; nothing was lost, try again.',
} as const;

export const refusalCode = z.enum(
  Object.keys(refusalCodes) as [keyof typeof refusalCodes, ...(keyof typeof refusalCodes)[]],
);

export const fieldProblem = z.object({
  field: z.string(),
  message: z.string(),
  rule: z.string().optional(),
});
export type FieldProblem = z.infer<typeof fieldProblem>;

/** The rule as the small print names it; a paragraph of the policy is no rule that a person would look up. */
export const ruleInWords = (rule: string | undefined): string | undefined =>
  rule === undefined || rule.startsWith('§') ? undefined : `Rule ${rule} of the policy`;

/** One plain sentence that says what to do next; where it belongs to a field, which. */
export const refusal = z
  .object({
    code: refusalCode,
    message: z.string(),
    field: z.string().optional(),
    rule: z.string().optional(),
    /** Every field that needs a correction, the first one being `field`. */
    fields: z.array(fieldProblem).optional(),
  })
  .meta({ id: 'Refusal', description: 'Why something was not done, in one plain sentence.' });
export type Refusal = z.infer<typeof refusal>;
