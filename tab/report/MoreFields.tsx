import { Checkbox } from '@fluentui/react-components';
import { helpers, prejudices } from '../../bot/contract/incident.ts';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { TextField } from '../form/TextField.tsx';
import { TicksField } from '../form/TicksField.tsx';
import type { FieldsProps } from './MainFields.tsx';
import css from '../form/form.module.css';

/** What may be left out, and can be added to the report later. */
export function MoreFields({ typed, change, refusal }: FieldsProps) {
  const bind = bindTo(typed, change, refusal);
  return (
    <>
      <TextField {...bind('personBirthDate')} label="The person's date of birth" type="date" />
      <TextField {...bind('personNhsNumber')} label="The person's NHS number" inputMode="numeric" />
      <LongTextField
        {...bind('peopleAffected')}
        label="Staff and others affected"
        hint="Names are kept apart and never put into a letter."
        rows={2}
      />
      <LongTextField {...bind('witnesses')} label="Who saw or heard it?" rows={2} />
      <TextField {...bind('damageCost')} label="Rough cost of damage, in pounds" inputMode="decimal" />
      <ChoiceField {...bind('helpCame')} label="Who came when help was called?" choices={helpers} />
      <TextField {...bind('helpMinutes')} label="After how many minutes?" inputMode="numeric" />
      <TextField {...bind('onBehalfOf')} label="If you report for a colleague, their name" />
      <TicksField {...bind('prejudiceBased')} label="Was it about any of these?" choices={prejudices} />
      <div className={css['wide']}>
        <Checkbox
          label="I would like to talk about it or have support"
          checked={typed.staffSupportWanted}
          onChange={(_event, { checked }) => change({ ...typed, staffSupportWanted: checked === true })}
        />
      </div>
    </>
  );
}
