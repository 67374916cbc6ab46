import { useId } from 'react';
import { Checkbox } from '@fluentui/react-components';
import { targets } from '../../bot/contract/incident.ts';
import type { Bound } from '../form/bind.ts';
import { FieldProblem } from '../form/FieldProblem.tsx';
import { ticked } from '../form/ticked.ts';
import { wordsFor } from '../form/wordsFor.ts';
import css from './report.module.css';

const whom = { GP: 'A GP', STAFF: 'Staff', OTHER_PATIENT: 'Another patient', OTHER_PERSON: 'Someone else' };
const how = { VERBAL: 'Verbally', PHYSICAL: 'Physically' };

/** The grid of DOMAIN §2.1: who it was directed at, verbally or physically. */
export function DirectedAt({ name, value, onChange, problem }: Bound<readonly string[]>) {
  const problemId = useId();
  const cells = Object.entries(targets);
  return (
    <fieldset
      data-field={name}
      {...(problem ? { 'data-problem': '', 'aria-describedby': problemId } : {})}
      className={css['grid']}
    >
      <legend>{wordsFor('Who was it directed at? Tick all that apply', true)}</legend>
      <table>
        <thead>
          <tr>
            <th scope="col">To whom</th>
            {Object.values(how).map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(whom).map(([who, label]) => (
            <tr key={who}>
              <th scope="row">{label}</th>
              {cells
                .filter(([key]) => key.startsWith(`${who}:`))
                .map(([key, words]) => (
                  <td key={key}>
                    <Checkbox
                      aria-label={words}
                      checked={value.includes(key)}
                      onChange={(_event, { checked }) => onChange(ticked(value, key, checked === true))}
                    />
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
      <FieldProblem id={problemId} problem={problem} />
    </fieldset>
  );
}
