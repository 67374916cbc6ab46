import type { AreaRow } from '../../bot/contract/peopleAnswers.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import { useAnswer } from '../parts/useAnswer.ts';

interface Props {
  /** Left out, a new one. */
  readonly row: AreaRow | undefined;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** An area and who runs the behaviour programme there. */
export function AreaForm({ row, cancel, done }: Props) {
  const { typed, bind, sends } = useForm(
    'places.putArea',
    {
      area: row?.area ?? '',
      name: row?.name ?? '',
      rehabProvider: row?.rehabProvider ?? '',
    },
    done,
  );
  const { answer: choices } = useAnswer('places.choices', {});
  const providers = choices?.organisations.filter(({ type }) => type === 'rehabProvider') ?? [];

  const { rehabProvider, ...others } = typed;
  const command = sends({
    ...others,
    ...(rehabProvider ? { rehabProvider } : {}),
    ...(row ? { version: row.version } : {}),
  });
  return (
    <CommandForm
      label={row ? `Change ${row.name}` : 'Add an area'}
      verb={row ? 'Save the changes' : 'Add this area'}
      cancel={cancel}
      {...command}
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
