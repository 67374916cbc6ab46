import { useId } from 'react';
import { Checkbox } from '@fluentui/react-components';
import type { Bound } from './bind.ts';
import { FieldProblem } from './FieldProblem.tsx';
import { ticked } from './ticked.ts';
import { wordsFor } from './wordsFor.ts';
import css from './form.module.css';

interface Props extends Bound<readonly string[]> {
  readonly label: string;
  readonly required?: boolean;
  readonly choices: Readonly<Record<string, string>>;
}

/** Any of a list. */
export function TicksField({ name, value, onChange, problem, label, required, choices }: Props) {
  const problemId = useId();
  return (
    <fieldset
      data-field={name}
      {...(problem ? { 'data-problem': '', 'aria-describedby': problemId } : {})}
      className={css['group']}
    >
      <legend>{wordsFor(label, required)}</legend>
      <div className={css['ticks']}>
        {Object.entries(choices).map(([key, words]) => (
          <Checkbox
            key={key}
            label={words}
            checked={value.includes(key)}
            onChange={(_event, { checked }) => onChange(ticked(value, key, checked === true))}
          />
        ))}
      </div>
      <FieldProblem id={problemId} problem={problem} />
    </fieldset>
  );
}
