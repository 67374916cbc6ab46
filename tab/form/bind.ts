/** A form's values by field name, with the problem the server found at each. */
import type { Refusal } from '../../bot/contract/refusal.ts';

/** One field of a form: its value, how to change it, and what is wrong with it. */
export interface Bound<V> {
  readonly name: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly problem: string | undefined;
}

/** Ties fields to one object of values: `bind('narrative')` gives a field everything it needs. */
export function bindTo<T>(values: T, change: (values: T) => void, refusal: Refusal | undefined) {
  return <K extends keyof T & string>(name: K): Bound<T[K]> => ({
    name,
    value: values[name],
    onChange: (value) => change({ ...values, [name]: value }),
    problem: problemAt(name, refusal),
  });
}

/** What a refusal says about one field; a warning's sentence stands at its reason instead. */
export function problemAt(name: string, refusal: Refusal | undefined): string | undefined {
  if (!refusal || refusal.code === 'warning') return undefined;
  const found = refusal.fields?.find(({ field }) => field === name);
  if (found) return found.message;
  return refusal.field === name ? refusal.message : undefined;
}

/** Moves the focus to the first field on the page that has a problem; answers whether there was one. */
export function focusFirstProblem(form: HTMLElement): boolean {
  const field = form.querySelector('[data-problem]');
  const control = field?.querySelector<HTMLElement>('input, select, textarea');
  control?.focus();
  return control !== null && control !== undefined;
}
