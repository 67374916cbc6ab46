import { locations, incidentTypes, personKinds, policeAnswers } from '../../bot/contract/incident.ts';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { Reason } from '../form/Reason.tsx';
import { TextField } from '../form/TextField.tsx';
import { TicksField } from '../form/TicksField.tsx';
import { DirectedAt } from './DirectedAt.tsx';
import {
  asksAccompanied,
  asksDirectedAt,
  asksWhere,
  asksWhoFeared,
  type TypedReport,
} from './typedReport.ts';

export interface FieldsProps {
  readonly typed: TypedReport;
  readonly change: (typed: TypedReport) => void;
  readonly refusal: Refusal | undefined;
}

interface Props extends FieldsProps {
  readonly sites: readonly string[];
}

/** What every report needs, in the order people tell it. A question that does not arise is not asked. */
export function MainFields({ typed, change, refusal, sites }: Props) {
  const bind = bindTo(typed, change, refusal);
  return (
    <>
      <TicksField
        {...bind('incidentTypes')}
        label="What happened? Tick all that apply"
        required
        choices={incidentTypes}
      />
      <LongTextField
        {...bind('narrative')}
        label="Say what happened, in your own words"
        required
        hint="What was said and done. Leave out other patients' names and numbers."
      />
      <Reason
        refusal={refusal}
        reasons={typed.reasons}
        onChange={(reasons) => change({ ...typed, reasons })}
      />
      <TextField {...bind('incidentDate')} label="Date it happened" required type="date" />
      <TextField {...bind('incidentTime')} label="Time it happened" required type="time" />
      <ChoiceField
        {...bind('site')}
        label="Which site?"
        required
        choices={Object.fromEntries(sites.map((site) => [site, site]))}
      />
      <ChoiceField {...bind('location')} label="Where?" required choices={locations} />
      {asksWhere(typed) && <TextField {...bind('locationOther')} label="Where was that?" required />}
      {asksDirectedAt(typed) && <DirectedAt {...bind('directedAt')} />}
      <ChoiceField {...bind('personKind')} label="Who did it?" required choices={personKinds} />
      <TextField {...bind('personName')} label="Their name, if you know it" />
      {asksAccompanied(typed) && (
        <TextField
          {...bind('accompaniedPatient')}
          label="Which patient did they come with?"
          required
          hint="The name, with date of birth or NHS number if you know it."
        />
      )}
      <RadiosField
        {...bind('policeCalled')}
        label="Have the police been told?"
        required
        choices={policeAnswers}
      />
      <RadiosField
        {...bind('fearForSafety')}
        label="Did anyone fear for their safety?"
        required
        choices={{ yes: 'Yes', no: 'No' }}
      />
      {asksWhoFeared(typed) && (
        <TextField {...bind('fearForSafetyWho')} label="Who feared for their safety?" />
      )}
    </>
  );
}
