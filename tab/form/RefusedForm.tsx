import type { Refusal } from '../../bot/contract/refusal.ts';
import { Problem } from '../parts/Problem.tsx';

interface Props {
  readonly refusal: Refusal | undefined;
  readonly again: () => void;
  /** The names of the form's own fields. */
  readonly fields: readonly string[];
}

/** Says above a form's button why it was not sent. What is wrong with single fields stands at the fields. */
export function RefusedForm({ refusal, again, fields }: Props) {
  if (!refusal || refusal.code === 'warning') return null;
  if (refusal.field === undefined || !fields.includes(refusal.field))
    return <Problem refusal={refusal} again={again} />;
  const count = refusal.fields?.length ?? 1;
  return (
    <Problem
      refusal={{
        code: refusal.code,
        message:
          count === 1
            ? 'One answer above needs another look. Everything you typed is still there.'
            : `${count} answers above need another look. Everything you typed is still there.`,
        ...(refusal.rule ? { rule: refusal.rule } : {}),
      }}
    />
  );
}
