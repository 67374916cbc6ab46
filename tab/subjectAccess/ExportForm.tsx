import { useState } from 'react';
import type { SarPage } from '../../bot/contract/subjectAccess.ts';
import { bindTo } from '../form/bind.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useFile } from '../parts/useFile.ts';

interface Props {
  readonly row: SarPage['row'];
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** Name and date of birth once more: they stand on the cover, and show that the document is the right person's. */
export function ExportForm({ row, cancel, done }: Props) {
  const [typed, setTyped] = useState({ personName: '', personBirthDate: '' });
  const { save, saving, refusal } = useFile('subjectAccess.export');
  const bind = bindTo(typed, setTyped, refusal);

  async function submit() {
    if (await save({ ref: row.ref, ...typed }))
      done(
        'The document is saved. Read it through before you send it: a text can name people the app cannot know.',
      );
  }
  return (
    <CommandForm
      label="Make the document"
      verb="Save as Word document"
      fields={Object.keys(typed)}
      sending={saving}
      {...{ refusal, submit, cancel }}
    >
      <TextField
        {...bind('personName')}
        label="Full name"
        hint="As in the request. It stands on the cover and is not kept."
        required
      />
      <TextField {...bind('personBirthDate')} label="Date of birth" type="date" required />
    </CommandForm>
  );
}
