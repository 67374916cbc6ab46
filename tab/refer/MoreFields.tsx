import { Checkbox } from '@fluentui/react-components';
import { halfDays, trainerPreferences } from '../../bot/contract/referralWords.ts';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { TextField } from '../form/TextField.tsx';
import { TicksField } from '../form/TicksField.tsx';
import type { FieldsProps } from './MainFields.tsx';
import css from '../form/form.module.css';

/** What helps the coordinator and may be left out. */
export function MoreFields({ typed, change, refusal }: FieldsProps) {
  const bind = bindTo(typed, change, refusal);
  return (
    <>
      <TextField {...bind('altPhone')} label="Another telephone number" type="tel" />
      <TextField {...bind('bestTimes')} label="Best times to ring" />
      <div className={css['wide']}>
        <Checkbox
          label="It is safe to leave a message"
          checked={typed.safeToLeaveMessage}
          onChange={(_event, { checked }) => change({ ...typed, safeToLeaveMessage: checked === true })}
        />
      </div>
      <TextField {...bind('dob')} label="Date of birth" type="date" />
      <ChoiceField
        {...bind('trainerGenderPref')}
        label="Would they rather have a trainer who is"
        choices={trainerPreferences}
      />
      <TicksField {...bind('preferredTimes')} label="Half-days that suit" choices={halfDays} />
      <TextField {...bind('agreementTakenBy')} label="Who took the agreement, if not you?" />
      <TextField {...bind('leafletDate')} label="When was the leaflet given?" type="date" />
      <TextField {...bind('referrerName')} label="Your name, as the programme asks for you" />
      <TextField {...bind('referrerRole')} label="Your role" />
    </>
  );
}
