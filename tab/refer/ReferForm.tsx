import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { Outcome } from '../../bot/contract/answers.ts';
import type { ReferralForm } from '../../bot/contract/referralAnswers.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { useCommand } from '../parts/useCommand.ts';
import { ContactFields } from './ContactFields.tsx';
import { MainFields } from './MainFields.tsx';
import { MoreFields } from './MoreFields.tsx';
import {
  emptyReferral,
  optionalFields,
  referralDrafts,
  toInput,
  type TypedReferral,
} from './typedReferral.ts';
import css from '../form/form.module.css';

interface Props {
  readonly form: ReferralForm;
  readonly done: (outcome: Outcome) => void;
}

/** The referral to the programme (DOMAIN §2.7). A refusal comes back at its fields; nothing typed is lost. */
export function ReferForm({ form, done }: Props) {
  const { commandId } = form;
  const [typed, setTyped] = useState<TypedReferral>(
    () => referralDrafts.of(commandId) ?? emptyReferral(form),
  );
  const [more, setMore] = useState(false);
  const { send, sending, refusal } = useCommand('referral.submit', commandId);
  const hasHiddenProblem = optionalFields.some((name) =>
    refusal?.fields?.some(({ field }) => field === name),
  );
  const showMore = more || hasHiddenProblem;

  function change(next: TypedReferral) {
    setTyped(next);
    referralDrafts.keep(commandId, next);
  }
  async function submit() {
    const outcome = await send(toInput(typed, form));
    if (!outcome) return;
    referralDrafts.forget(commandId);
    done(outcome);
  }
  return (
    <CommandForm
      label="Refer a patient"
      verb="Send referral"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit }}
    >
      <MainFields typed={typed} change={change} refusal={refusal} form={form} />
      <ContactFields typed={typed} change={change} refusal={refusal} />
      <div className={css['wide']}>
        <Button aria-expanded={showMore} onClick={() => setMore(!showMore)}>
          {showMore ? 'Show less' : 'Add more'}
        </Button>
      </div>
      {showMore && <MoreFields typed={typed} change={change} refusal={refusal} />}
    </CommandForm>
  );
}
