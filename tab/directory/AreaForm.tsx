import { useState } from 'react';
import type { AreaRow } from '../../bot/contract/peopleAnswers.ts';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { useCommand } from '../parts/useCommand.ts';

interface Props {
  /** Left out, a new one. */
  readonly row: AreaRow | undefined;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** An area and who runs the behaviour programme there. */
export function AreaForm({ row, cancel, done }: Props) {
  const [typed, setTyped] = useState({
    area: row?.area ?? '',
    name: row?.name ?? '',
    rehabProvider: row?.rehabProvider ?? '',
  });
  const { answer: choices } = useAnswer('places.choices', {});
  const { send, sending, refusal } = useCommand('places.putArea');
  const bind = bindTo(typed, setTyped, refusal);
  const providers = choices?.organisations.filter(({ type }) => type === 'rehabProvider') ?? [];

  async function submit() {
    const { rehabProvider, ...others } = typed;
    const outcome = await send({
      ...others,
      ...(rehabProvider ? { rehabProvider } : {}),
      ...(row ? { version: row.version } : {}),
    });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label={row ? `Change ${row.name}` : 'Add an area'}
      verb={row ? 'Save the changes' : 'Add this area'}
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      {!row && <TextField {...bind('area')} label="Short name" hint="Like brookshire." required />}
      <TextField {...bind('name')} label="Name" required />
      <ChoiceField
        {...bind('rehabProvider')}
        label="Who runs the behaviour programme"
        hint="Left empty, nobody can be referred from here."
        choices={Object.fromEntries(providers.map(({ organisation, name }) => [organisation, name]))}
      />
    </CommandForm>
  );
}
