import { Field, Input, type InputProps } from '@fluentui/react-components';
import type { Bound } from './bind.ts';
import { wordsFor } from './wordsFor.ts';
import css from './form.module.css';

interface Props extends Bound<string> {
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
  readonly type?: InputProps['type'];
  readonly inputMode?: InputProps['inputMode'];
}

/** One line of text, a date, a time or a number as typed. */
export function TextField({ name, value, onChange, problem, label, required, hint, type, inputMode }: Props) {
  return (
    <div data-field={name} {...(problem ? { 'data-problem': '' } : {})} className={css['field']}>
      <Field label={wordsFor(label, required)} hint={hint} validationMessage={problem}>
        <Input
          value={value}
          autoComplete="off"
          type={type ?? 'text'}
          {...(inputMode ? { inputMode } : {})}
          onChange={(_event, data) => onChange(data.value)}
        />
      </Field>
    </div>
  );
}
