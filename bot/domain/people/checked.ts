/** Something unusual that may stand, with the rule that asks for it: W-05, or a section such as §5.4. */
export interface Warning {
  readonly rule: string;
  readonly message: string;
}

/** What a check of something typed answers: the value to keep, or a sentence that says what to do next. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings?: readonly Warning[] }
  | { readonly ok: false; readonly message: string };

/** The value stands. Without warnings the key is left out. */
export function accepted<Value>(value: Value, warnings: readonly Warning[] = []): Checked<Value> {
  return warnings.length === 0 ? { ok: true, value } : { ok: true, value, warnings };
}

/** The value does not stand; `message` says why and what to do next. */
export function refused(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
