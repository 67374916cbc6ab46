import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Outcome } from '../../bot/contract/answers.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { CopyReference } from '../parts/CopyReference.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { OpenForm } from './OpenForm.tsx';
import { placementDrafts } from './typedPlacement.ts';
import css from '../parts/receipt.module.css';

/** Open a placement; afterwards, the receipt. */
export default function OpenPage() {
  const [outcome, setOutcome] = useState<Outcome>();
  if (outcome) return <PlacementOpened outcome={outcome} />;
  return (
    <Page title="Open a placement">
      <p>
        For grounds that need no removal form. After a removal, registrations open the placement; a risk
        assessment goes to the panel first.
      </p>
      <NewForm done={setOutcome} />
    </Page>
  );
}

/** A form is asked for once: its id is minted for one person and one placement. */
function NewForm({ done }: { readonly done: (outcome: Outcome) => void }) {
  const client = useQueryClient();
  const { answer: form, refusal, again } = useAnswer('placement.form', {}, { once: true });
  const id = form?.commandId;
  useEffect(
    // Left untouched, or sent: the next placement begins with a fresh form. What was typed keeps its form.
    () => () => {
      if (id && !placementDrafts.of(id)) client.removeQueries({ queryKey: ['placement.form'] });
    },
    [client, id],
  );
  if (form) return <OpenForm key={form.commandId} form={form} done={done} />;
  if (refusal) return <Problem refusal={refusal} again={again} />;
  return (
    <Loading what="the form">
      <Block height={56} />
      <Block height={56} />
      <Block height={110} />
    </Loading>
  );
}

/** In place of the form once the placement is open. */
function PlacementOpened({ outcome: { ref, message } }: { readonly outcome: Outcome }) {
  return (
    <Page title="Placement opened">
      <div className={css['receipt']}>
        <p>{message}</p>
        {ref && <CopyReference reference={ref} />}
        <div className={css['ways']}>
          {ref && <AppLink to={`/placements/${ref}`}>Open the case</AppLink>}
          <AppLink to="/placements">See all cases</AppLink>
        </div>
      </div>
    </Page>
  );
}
