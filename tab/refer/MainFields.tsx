import { Checkbox } from '@fluentui/react-components';
import type { ReferralForm } from '../../bot/contract/referralAnswers.ts';
import {
  accessNeeds,
  agreementWays,
  digitalWays,
  interpreterNeeds,
} from '../../bot/contract/referralWords.ts';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { bindTo, problemAt } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { FieldProblem } from '../form/FieldProblem.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { TextField } from '../form/TextField.tsx';
import { TicksField } from '../form/TicksField.tsx';
import { asksLanguage, asksLetter, asksPlacement, asksReason, type TypedReferral } from './typedReferral.ts';
import css from '../form/form.module.css';

export interface FieldsProps {
  readonly typed: TypedReferral;
  readonly change: (typed: TypedReferral) => void;
  readonly refusal: Refusal | undefined;
}

interface Props extends FieldsProps {
  readonly form: ReferralForm;
}

/** What every referral needs. A question that does not arise is not asked. */
export function MainFields({ typed, change, refusal, form }: Props) {
  const bind = bindTo(typed, change, refusal);
  const grounds = Object.fromEntries(form.grounds.map(({ value, label }) => [value, label]));
  return (
    <>
      <ChoiceField {...bind('ground')} label="Why can this person be referred?" required choices={grounds} />
      {asksLetter(typed) && (
        <TextField {...bind('warningLetterDate')} label="Date of the warning letter" required type="date" />
      )}
      {asksPlacement(typed) && (
        <TextField
          {...bind('schemePlacement')}
          label="Scheme reference"
          required
          hint="It begins with PLC."
        />
      )}
      {asksReason(typed) && (
        <LongTextField
          {...bind('ground3Reason')}
          label="Reason"
          required
          hint="In a sentence: how often, and at which practices. The programme reads it, so leave out the details of what happened."
          rows={2}
        />
      )}
      <Agreement typed={typed} change={change} refusal={refusal} />
      <TextField {...bind('agreementDate')} label="When did they agree?" required type="date" />
      <ChoiceField {...bind('agreementHow')} label="How did they agree?" required choices={agreementWays} />
      <TextField {...bind('patientFirstName')} label="First name" required />
      <TextField {...bind('patientLastName')} label="Last name" required />
      <TextField {...bind('patientPhone')} label="Telephone" required type="tel" />
      <TextField
        {...bind('nhsNumber')}
        label="NHS number"
        inputMode="numeric"
        hint="The programme does not see it."
      />
      <RadiosField
        {...bind('interpreter')}
        label="Is an interpreter needed?"
        required
        choices={interpreterNeeds}
      />
      {asksLanguage(typed) && <TextField {...bind('interpreterLanguage')} label="Which language?" required />}
      <TicksField
        {...bind('accessNeeds')}
        label="What does the patient need to take part?"
        required
        choices={accessNeeds}
      />
      <ChoiceField
        {...bind('digitalAccess')}
        label="How can they use Teams?"
        required
        choices={digitalWays}
      />
      <LongTextField
        {...bind('knownRisks')}
        label="Risks a trainer must know of"
        required
        hint='For example children at home, or threats to a group of staff. Not what happened. If there are none, write "None known".'
        rows={2}
      />
    </>
  );
}

/** HS-08: nobody is referred who has not agreed. */
function Agreement({ typed, change, refusal }: FieldsProps) {
  const problem = problemAt('agreementConfirmed', refusal);
  return (
    <div className={css['wide']} data-field="agreementConfirmed" {...(problem ? { 'data-problem': '' } : {})}>
      <Checkbox
        label="The patient has agreed to take part and to be referred (required)"
        checked={typed.agreementConfirmed}
        onChange={(_event, { checked }) => change({ ...typed, agreementConfirmed: checked === true })}
      />
      <FieldProblem id="agreement-problem" problem={problem} />
    </div>
  );
}
