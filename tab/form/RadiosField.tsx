import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { Bound } from './bind.ts';
import { wordsFor } from './wordsFor.ts';
import css from './form.module.css';

interface Props extends Bound<string> {
  readonly label: string;
  readonly required?: boolean;
  readonly choices: Readonly<Record<string, string>>;
}

/** One of two or three, all in sight. */
export function RadiosField({ name, value, onChange, problem, label, required, choices }: Props) {
  return (
    <div data-field={name} {...(problem ? { 'data-problem': '' } : {})} className={css['field']}>
      <Field label={wordsFor(label, required)} validationMessage={problem}>
        <RadioGroup layout="horizontal" value={value} onChange={(_event, data) => onChange(data.value)}>
          {Object.entries(choices).map(([key, words]) => (
            <Radio key={key} value={key} label={words} />
          ))}
        </RadioGroup>
      </Field>
    </div>
  );
}
