import type { z } from 'zod';
import type { Refusal } from '../contract/refusal.ts';

/** What is wrong with an input, one plain sentence for each field. */
export function problemsOf(error: z.ZodError): Refusal {
  const fields = error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join('.'),
        message: 'This field is not known here. Leave it out.',
      }));
    }
    return [{ field: String(issue.path[0] ?? ''), message: plain(issue.message) }];
  });
  const unique = fields.filter(
    (problem, index) => fields.findIndex((other) => other.field === problem.field) === index,
  );
  const first = unique[0];
  return {
    code: 'invalid',
    message: first?.field ? first.message : 'Send the fields this command asks for.',
    ...(first?.field ? { field: first.field, fields: unique } : {}),
  };
}

/** Zod's own wording speaks to programmers; ours is in the contract wherever a person fills the field. */
function plain(message: string): string {
  return /^(Invalid|Too (small|big|short|long)|Unrecognized)/.test(message)
    ? 'Fill this in as the form asks.'
    : message;
}
