import { Checkbox } from '@fluentui/react-components';
import { contactOutcomes } from '../../bot/contract/referralWords.ts';
import { problemAt } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { FieldProblem } from '../form/FieldProblem.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';
import css from '../form/form.module.css';

interface Props {
  readonly reference: string;
  readonly version: number;
  /** Numbers to choose from, the first one rung unless another is chosen. */
  readonly numbers?: readonly string[];
  /** What the patient needs to take part, where the page does not show it already. */
  readonly needs?: readonly string[];
  /** The referrer said that no message may be left. */
  readonly leaveNoMessage?: boolean;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

const untouched = { outcome: '', number: '', accessConfirmed: false, callBackOn: '', note: '' };

/** R4, R5, R6: how a call to the patient went. */
export function CallForm(props: Props) {
  const { reference, version, numbers = [], needs = [], leaveNoMessage = false, cancel, done } = props;
  const { typed, setTyped, refusal, bind, sends } = useForm('referral.logAttempt', untouched, done);
  const { outcome, number, accessConfirmed, callBackOn, note } = typed;
  const accepted = outcome === 'SPOKE_ACCEPTED';
  const ringsAgain = outcome === 'SPOKE_CALL_BACK';
  const accessProblem = problemAt('accessConfirmed', refusal);

  const command = sends({
    ref: reference,
    version,
    ...(outcome ? { outcome } : {}),
    ...(number ? { number } : {}),
    ...(accepted ? { accessConfirmed } : {}),
    ...(ringsAgain && callBackOn ? { callBackOn } : {}),
    ...(note.trim() ? { note } : {}),
  });
  return (
    <CommandForm label="Note a call" verb="Save the call" cancel={cancel} {...command}>
      <ChoiceField {...bind('outcome')} label="How did the call go?" required choices={contactOutcomes} />
      {numbers.length > 1 && (
        <ChoiceField
          {...bind('number')}
          label="Which number, if not the first?"
          choices={Object.fromEntries(numbers.map((each) => [each, each]))}
        />
      )}
      {leaveNoMessage && outcome === 'MESSAGE_LEFT' && (
        <p role="alert" className={css['wide']}>
          The referrer asked that no message be left. If one was, say so in the note and tell the referrer.
        </p>
      )}
      {ringsAgain && <TextField {...bind('callBackOn')} label="Ring again on" type="date" />}
      {accepted && (
        <div
          className={css['wide']}
          data-field="accessConfirmed"
          {...(accessProblem ? { 'data-problem': '' } : {})}
        >
          {needs.length > 0 && <p>Needs: {needs.join(', ')}.</p>}
          <Checkbox
            label="We went through what the patient needs to take part (required)"
            checked={accessConfirmed}
            onChange={(_event, { checked }) => setTyped({ ...typed, accessConfirmed: checked === true })}
          />
          <FieldProblem id="access-problem" problem={accessProblem} />
        </div>
      )}
      <LongTextField {...bind('note')} label="Note" hint="Only what the next call needs." rows={2} />
    </CommandForm>
  );
}
