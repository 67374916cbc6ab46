import { useState } from 'react';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import { useAnswer } from '../parts/useAnswer.ts';
import { ReasonField } from './ReasonField.tsx';
import { given, type HeldRole, type StepProps } from './step.ts';

/** Cover for absence: a colleague gets this role for a time. */
export function CoverForm({ page, role, cancel, done }: StepProps & { readonly role: HeldRole }) {
  const { typed, bind, sends } = useForm('people.coverFor', { by: '', from: '', to: '', reason: '' }, done);
  const [search, setSearch] = useState('');
  const { answer: found } = useAnswer(
    'people.list',
    { size: 20, ...(search.trim() ? { search: search.trim() } : {}) },
    { steady: true },
  );
  const colleagues = found?.rows.filter(({ person }) => person !== page.person) ?? [];
  return (
    <CommandForm
      label={`Cover for ${page.name}, ${role.label}`}
      verb="Give the cover"
      cancel={cancel}
      {...sends({ person: page.person, grant: role.grant, ...given(typed) })}
    >
      <TextField
        name="search"
        label="Find the colleague: part of the name"
        value={search}
        onChange={setSearch}
        problem={undefined}
      />
      <ChoiceField
        {...bind('by')}
        label="Who covers"
        required
        choices={Object.fromEntries(colleagues.map(({ person, name }) => [person, name]))}
      />
      <TextField {...bind('from')} label="First day" type="date" required />
      <TextField {...bind('to')} label="Last day" type="date" required />
      <ReasonField {...bind('reason')} />
    </CommandForm>
  );
}
