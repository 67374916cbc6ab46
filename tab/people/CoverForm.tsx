import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { useCommand } from '../parts/useCommand.ts';
import { ReasonField } from './ReasonField.tsx';
import { given, type HeldRole, type StepProps } from './step.ts';

/** Cover for absence: a colleague gets this role for a time. */
export function CoverForm({ page, role, cancel, done }: StepProps & { readonly role: HeldRole }) {
  const [typed, setTyped] = useState({ by: '', from: '', to: '', reason: '' });
  const [search, setSearch] = useState('');
  const { answer: found } = useAnswer(
    'people.list',
    { size: 20, ...(search.trim() ? { search: search.trim() } : {}) },
    { steady: true },
  );
  const { send, sending, refusal } = useCommand('people.coverFor');
  const bind = bindTo(typed, setTyped, refusal);
  const colleagues = found?.rows.filter(({ person }) => person !== page.person) ?? [];

  async function submit() {
    const outcome = await send({ person: page.person, grant: role.grant, ...given(typed) });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label={`Cover for ${page.name}, ${role.label}`}
      verb="Give the cover"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
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
