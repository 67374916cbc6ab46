import { useState } from 'react';
import type { Outcome } from '../../bot/contract/answers.ts';
import type { PlacementForm } from '../../bot/contract/placementAnswers.ts';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { aboutChoice, Reason } from '../form/Reason.tsx';
import { TextField } from '../form/TextField.tsx';
import { TicksField } from '../form/TicksField.tsx';
import { useCommand } from '../parts/useCommand.ts';
import { emptyPlacement, placementDrafts, toInput, type TypedPlacement } from './typedPlacement.ts';

interface Props {
  readonly form: PlacementForm;
  readonly done: (outcome: Outcome) => void;
}

/** P1 on ground B, C or D. A refusal comes back at its fields; nothing typed is lost. */
export function OpenForm({ form, done }: Props) {
  const { commandId } = form;
  const [typed, setTyped] = useState(() => placementDrafts.of(commandId) ?? emptyPlacement(form));
  const { send, sending, refusal } = useCommand('placement.open', commandId);
  const bind = bindTo(typed, change, refusal);

  function change(next: TypedPlacement) {
    setTyped(next);
    placementDrafts.keep(commandId, next);
  }
  async function submit() {
    const outcome = await send(toInput(typed));
    if (!outcome) return;
    placementDrafts.forget(commandId);
    done(outcome);
  }
  return (
    <CommandForm
      label="Open a placement"
      verb="Open placement"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit }}
    >
      <TextField {...bind('patientFirstName')} label="First name" required />
      <TextField {...bind('patientLastName')} label="Last name" required />
      <TextField {...bind('dob')} label="Date of birth" required type="date" />
      <TextField {...bind('nhsNumber')} label="NHS number" inputMode="numeric" />
      <TextField {...bind('nhsNumberUnknown')} label="If it is not known, why?" />
      <TextField {...bind('patientPhone')} label="Telephone" type="tel" />
      <TextField {...bind('address')} label="Address, or where letters reach the patient" />
      <TextField {...bind('postcode')} label="Postcode" />
      <ChoiceField {...bind('ground')} label="Ground" required choices={labels(form.grounds)} />
      <LongTextField
        {...bind('evidence')}
        label="Evidence"
        required
        hint="What shows that the ground holds, and where it is from. The scheme practice reads it."
        rows={3}
      />
      <TextField {...bind('entryDate')} label="On the scheme from" required type="date" />
      <ChoiceField
        {...bind('schemeProvider')}
        label="Scheme practice"
        required
        choices={labels(form.schemeProviders)}
      />
      <TicksField
        {...bind('barredPractices')}
        label="Practices where something happened"
        choices={labels(form.practices)}
      />
      <Reason
        refusal={refusal}
        reasons={typed.reasons}
        onChange={(reasons) => change({ ...typed, reasons })}
        {...(refusal?.field === 'dob' ? { words: aboutChoice } : {})}
      />
    </CommandForm>
  );
}

const labels = (choices: PlacementForm['grounds']) =>
  Object.fromEntries(choices.map(({ value, label }) => [value, label]));
