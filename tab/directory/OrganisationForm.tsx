import type { OrganisationRow } from '../../bot/contract/peopleAnswers.ts';
import { organisationKinds } from '../../bot/contract/roles.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import { useAnswer } from '../parts/useAnswer.ts';

interface Props {
  /** Left out, a new one. */
  readonly row: OrganisationRow | undefined;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

const { operator: _operator, ...kinds } = organisationKinds;

/** An organisation with its code, and how its staff are reached. */
export function OrganisationForm({ row, cancel, done }: Props) {
  const { typed, bind, sends } = useForm(
    'places.putOrganisation',
    {
      type: row?.type ?? '',
      organisation: row?.organisation ?? '',
      name: row?.name ?? '',
      area: row?.area ?? '',
      phone: row?.phone ?? '',
      email: row?.email ?? '',
      sites: row?.sites.join('\n') ?? '',
    },
    (message, { warnings = [] }) => done([message, ...warnings.map((warning) => warning.message)].join(' ')),
  );
  const { answer: choices } = useAnswer('places.choices', {});

  const { type, area, phone, email, sites, ...others } = typed;
  const command = sends({
    ...others,
    ...(type ? { type } : {}),
    ...(area ? { area } : {}),
    ...(phone.trim() ? { phone } : {}),
    ...(email.trim() ? { email } : {}),
    sites: sites.split('\n').filter((site) => site.trim() !== ''),
    ...(row ? { version: row.version } : {}),
  });
  return (
    <CommandForm
      label={row ? `Change ${row.name}` : 'Add an organisation'}
      verb={row ? 'Save the changes' : 'Add this organisation'}
      cancel={cancel}
      {...command}
    >
      {!row && (
        <>
          <ChoiceField {...bind('type')} label="Kind" required choices={kinds} />
          <TextField
            {...bind('organisation')}
            label="Code"
            hint="A practice’s ODS code, like Z99001; else a short name, like steady-ground."
            required
          />
          <ChoiceField
            {...bind('area')}
            label="Area"
            required
            choices={Object.fromEntries((choices?.areas ?? []).map(({ area, name }) => [area, name]))}
          />
        </>
      )}
      <TextField {...bind('name')} label="Name" required />
      <TextField {...bind('phone')} label="Telephone for staff" type="tel" />
      <TextField {...bind('email')} label="E-mail for staff" type="email" />
      <LongTextField {...bind('sites')} label="Sites" hint="One on each line." rows={3} />
    </CommandForm>
  );
}
