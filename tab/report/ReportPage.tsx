import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Outcome } from '../../bot/contract/answers.ts';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { reportDrafts } from './drafts.ts';
import { Receipt } from './Receipt.tsx';
import { ReportForm } from './ReportForm.tsx';
import css from './report.module.css';

/** Report something that happened; afterwards, the receipt. */
export default function ReportPage() {
  const [outcome, setOutcome] = useState<Outcome>();
  if (outcome) return <Receipt outcome={outcome} reportMore={() => setOutcome(undefined)} />;
  return (
    <Page title="Report an incident">
      <p className={css['danger']}>
        In danger now? Call 999 or use your alarm first. This form is not an alarm.
      </p>
      <OpenForm done={setOutcome} />
    </Page>
  );
}

/** A form is asked for once: its id is minted for one person and one report. */
function OpenForm({ done }: { readonly done: (outcome: Outcome) => void }) {
  const client = useQueryClient();
  const { answer: form, refusal, again } = useAnswer('incident.form', {}, { once: true });
  const id = form?.commandId;
  useEffect(
    // Left untouched, or sent: the next report begins with a fresh form. What was typed keeps its form.
    () => () => {
      if (id && !reportDrafts.of(id)) client.removeQueries({ queryKey: ['incident.form'] });
    },
    [client, id],
  );
  if (form) return <ReportForm key={form.commandId} form={form} done={done} />;
  if (refusal) return <Problem refusal={refusal} again={again} />;
  return (
    <Loading what="the form">
      <Block height={96} />
      <Block height={110} />
      <Block height={56} />
      <Block height={56} />
    </Loading>
  );
}
