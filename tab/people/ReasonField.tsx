import type { Bound } from '../form/bind.ts';
import { LongTextField } from '../form/LongTextField.tsx';

/** Why, for the history. */
export function ReasonField(bound: Bound<string>) {
  return (
    <LongTextField
      {...bound}
      label="Reason"
      rows={2}
      hint="Kept in the history. Nothing about patients, nothing private."
    />
  );
}
