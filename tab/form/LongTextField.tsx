import { Field, Textarea } from '@fluentui/react-components';
import type { Bound } from './bind.ts';
import { wordsFor } from './wordsFor.ts';
import css from './form.module.css';

interface Props extends Bound<string> {
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
  readonly rows?: number;
}

export function LongTextField({ name, value, onChange, problem, label, required, hint, rows = 4 }: Props) {
  return (
    <div data-field={name} {...(problem ? { 'data-problem': '' } : {})} className={css['long']}>
      <Field label={wordsFor(label, required)} hint={hint} validationMessage={problem}>
        <Textarea
          value={value}
          resize="vertical"
          textarea={{ rows }}
          onChange={(_event, data) => onChange(data.value)}
        />
      </Field>
    </div>
  );
}
