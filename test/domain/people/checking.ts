import assert from 'node:assert/strict';
import type { Checked } from '../../../bot/domain/people/checked.ts';

/** The value of a check that passed, and the rules it warned of. */
export function passed<Value>(checked: Checked<Value>): { value: Value; rules: string[] } {
  assert.ok(checked.ok, checked.ok ? '' : checked.message);
  return { value: checked.value, rules: (checked.warnings ?? []).map(({ rule }) => rule) };
}

/** The sentence of a check that did not pass, which must say what to do next. */
export function refusal<Value>(checked: Checked<Value>): string {
  assert.ok(!checked.ok, 'should be refused');
  assert.match(checked.message, /(?:Add|Check|Choose|Compare|Take|Type) .*[.]$/);
  return checked.message;
}
