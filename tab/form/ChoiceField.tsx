import { Field, Select } from '@fluentui/react-components';
import type { Bound } from './bind.ts';
import { wordsFor } from './wordsFor.ts';
import css from './form.module.css';

interface Props extends Bound<string> {
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
  /** Labels by value. */
  readonly choices: Readonly<Record<string, string>>;
}

/** One of a list. Empty until chosen. */
export function ChoiceField({ name, value, onChange, problem, label, required, hint, choices }: Props) {
  return (
    <div data-field={name} {...(problem ? { 'data-problem': '' } : {})} className={css['field']}>
      <Field label={wordsFor(label, required)} hint={hint} validationMessage={problem}>
        <Select value={value} onChange={(_event, data) => onChange(data.value)}>
          <option value="">Choose</option>
          {Object.entries(choices).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
