import { useEffect, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { Outcome } from '../../bot/contract/answers.ts';
import type { QuestionInput } from '../../bot/contract/questions.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { CopyReference } from '../parts/CopyReference.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { ReferForm } from './ReferForm.tsx';
import { referralDrafts } from './typedReferral.ts';
import css from '../parts/receipt.module.css';

interface Props {
  /** The placement of the patient, whose form comes filled in with what it knows (G2). */
  readonly placement?: string;
}

/** Refer a patient to the programme; afterwards, the receipt. */
export default function ReferPage({ placement }: Props) {
  const [outcome, setOutcome] = useState<Outcome>();
  if (outcome) {
    const more = placement ? {} : { referMore: () => setOutcome(undefined) };
    return <ReferralSent outcome={outcome} {...more} />;
  }
  return (
    <Page title="Refer a patient">
      <p>
        Taking part is the patient’s own choice. Do not write here what happened: the programme does not need
        it.
      </p>
      <OpenForm input={placement ? { placement } : {}} done={setOutcome} />
    </Page>
  );
}

interface OpenProps {
  readonly input: QuestionInput<'referral.form'>;
  readonly done: (outcome: Outcome) => void;
}

/** A form is asked for once: its id is minted for one person and one referral. */
function OpenForm({ input, done }: OpenProps) {
  const client = useQueryClient();
  const { answer: form, refusal, again } = useAnswer('referral.form', input, { once: true });
  const id = form?.commandId;
  useEffect(
    // Left untouched, or sent: the next referral begins with a fresh form. What was typed keeps its form.
    () => () => {
      if (id && !referralDrafts.of(id)) client.removeQueries({ queryKey: ['referral.form'] });
    },
    [client, id],
  );
  if (form) {
    return (
      <>
        <p>
          {form.practice} to {form.providerName}. It takes about five minutes.
        </p>
        <ReferForm key={form.commandId} form={form} done={done} />
      </>
    );
  }
  if (refusal) return <Problem refusal={refusal} again={again} />;
  return (
    <Loading what="the form">
      <Block height={24} />
      <Block height={56} />
      <Block height={56} />
      <Block height={110} />
    </Loading>
  );
}

interface SentProps {
  readonly outcome: Outcome;
  readonly referMore?: () => void;
}

/** In place of the form once the referral is sent: the reference, and what happens next. */
function ReferralSent({ outcome: { ref, message, warnings = [] }, referMore }: SentProps) {
  return (
    <Page title="Referral sent">
      <div className={css['receipt']}>
        <p>{message}</p>
        {ref && <CopyReference reference={ref} />}
        <h2>What happens next</h2>
        <ul className={css['next']}>
          <li>
            The programme’s coordinator rings the patient and asks whether they still want to take part.
          </li>
          <li>You will be told when both sessions have been attended, and how it ended.</li>
          {warnings.map((warning) => (
            <li key={warning.rule}>{warning.message}</li>
          ))}
        </ul>
        <div className={css['ways']}>
          {ref && <AppLink to={`/referrals/${ref}`}>Open the referral</AppLink>}
          <AppLink to="/referrals">See all referrals</AppLink>
          {referMore && <Button onClick={referMore}>Refer someone else</Button>}
        </div>
      </div>
    </Page>
  );
}
