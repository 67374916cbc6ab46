import { roleLabels, roleOrganisations, type Role } from '../../bot/contract/roles.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import { useAnswer } from '../parts/useAnswer.ts';
import { ReasonField } from './ReasonField.tsx';
import { given, type StepProps } from './step.ts';

/** §1.1: a role, where it is held, from when to when. */
export function GrantForm({ page, cancel, done }: StepProps) {
  const { typed, bind, sends } = useForm(
    'people.grantRole',
    { role: '', organisation: '', area: '', from: '', to: '', reason: '' },
    done,
  );
  const { answer: choices } = useAnswer('places.choices', {});
  const kinds = isRole(typed.role) ? roleOrganisations[typed.role] : [];
  const fitting = choices?.organisations.filter(({ type }) => kinds.includes(type)) ?? [];
  const chosen = fitting.find(({ organisation }) => organisation === typed.organisation);
  const hasAreas = chosen && !['practice', 'operator'].includes(chosen.type);

  const { area, ...others } = given(typed);
  const command = sends({ person: page.person, ...others, ...(area && hasAreas ? { area } : {}) });
  return (
    <CommandForm label="Give a role" verb="Give this role" cancel={cancel} {...command}>
      <ChoiceField {...bind('role')} label="Role" required choices={roleLabels} />
      <ChoiceField
        {...bind('organisation')}
        label="Organisation"
        required
        {...(typed.role ? {} : { hint: 'Choose the role first.' })}
        choices={Object.fromEntries(fitting.map(({ organisation, name }) => [organisation, name]))}
      />
      {hasAreas && (
        <ChoiceField
          {...bind('area')}
          label="Area, if not the organisation’s own"
          choices={Object.fromEntries((choices?.areas ?? []).map(({ area, name }) => [area, name]))}
        />
      )}
      <TextField {...bind('from')} label="First day" type="date" hint="Left empty: today." />
      <TextField {...bind('to')} label="Last day" type="date" hint="Left empty: no end." />
      <ReasonField {...bind('reason')} />
    </CommandForm>
  );
}

const isRole = (text: string): text is Role => Object.hasOwn(roleLabels, text);
