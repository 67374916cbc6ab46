import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { ImportCheck } from '../../bot/contract/peopleImport.ts';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { LongTextField } from '../form/LongTextField.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Said } from '../parts/Said.tsx';
import { refusalOf } from '../parts/api.ts';
import { useCaller } from '../parts/caller.ts';
import { useCommand } from '../parts/useCommand.ts';
import { Checked } from './Checked.tsx';
import { Format } from './Format.tsx';
import { Imports } from './Imports.tsx';
import own from '../people/people.module.css';

/** Practices and staff from a spreadsheet: looked at first, then brought in whole. */
export default function ImportPage() {
  const { api, under } = useCaller();
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<ImportCheck>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [said, setSaid] = useState('');
  const bring = useCommand('people.import');

  function change(next: string) {
    setText(next);
    // What was checked is no longer what would be brought in.
    setChecked(undefined);
    setRefusal(undefined);
    setSaid('');
  }
  async function check() {
    setRefusal(undefined);
    try {
      const { answer } = await api.ask('people.checkImport', { text }, { under });
      setChecked(answer);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  }
  async function bringIn() {
    const outcome = await bring.send({ text });
    if (!outcome) return;
    change('');
    setSaid(outcome.message);
  }
  return (
    <Page title="Import">
      <Said text={said} />
      <p>
        Save your list of practices and staff as CSV, then choose the file or paste its text. Nothing is
        brought in before you have seen what would happen.
      </p>
      <p>
        <label>
          CSV file{' '}
          <input
            className={own['file']}
            type="file"
            accept=".csv,text/csv"
            onChange={({ target }) => {
              void target.files?.[0]?.text().then(change);
            }}
          />
        </label>
      </p>
      <LongTextField
        name="text"
        label="Text of the list"
        rows={8}
        value={text}
        onChange={change}
        problem={refusal?.message ?? checked?.problem}
      />
      <p className={own['verbs']}>
        <Button appearance={checked?.ready ? 'secondary' : 'primary'} onClick={() => void check()}>
          Check the list
        </Button>
        {checked?.ready && (
          <Button appearance="primary" disabledFocusable={bring.sending} onClick={() => void bringIn()}>
            Bring it in
          </Button>
        )}
      </p>
      {bring.refusal && <Problem refusal={bring.refusal} again={() => void bringIn()} />}
      {checked && <Checked checked={checked} />}
      <Imports />
      <Format />
    </Page>
  );
}
