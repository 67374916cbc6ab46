import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { IncidentPage } from '../../bot/contract/answers.ts';
import { Problem } from '../parts/Problem.tsx';
import { Said } from '../parts/Said.tsx';
import { useCommand } from '../parts/useCommand.ts';
import { useOneForm } from '../parts/useOneForm.ts';
import { CloseForm } from './CloseForm.tsx';
import css from '../parts/record.module.css';

/** The one next step as a button, and what became of it in a sentence. Absent for those who only look. */
export function NextStep({ page }: { readonly page: IncidentPage }) {
  const { ref, version } = page.status;
  const take = useCommand('incident.takeIntoReview');
  const { open, start, close, cancel, atButtons } = useOneForm<'closing'>();
  const [said, setSaid] = useState('');

  async function takeIntoReview() {
    setSaid('');
    const outcome = await take.send({ ref, version });
    if (outcome) setSaid(outcome.message);
  }
  function done(message: string) {
    close();
    setSaid(message);
  }
  return (
    <div className={css['step']}>
      {take.refusal && <Problem refusal={take.refusal} again={() => void takeIntoReview()} />}
      <Said text={said} />
      {page.steps.includes('incident.takeIntoReview') && (
        <Button appearance="primary" disabledFocusable={take.sending} onClick={() => void takeIntoReview()}>
          Take into review
        </Button>
      )}
      {page.steps.includes('incident.close') && !open && (
        <div {...atButtons}>
          <Button appearance="primary" onClick={() => start('closing')}>
            Close with feedback
          </Button>
        </div>
      )}
      {/* Once opened it stays, also when someone else was quicker: what was typed is not taken away. */}
      {open && <CloseForm reference={ref} version={version} cancel={cancel} done={done} />}
    </div>
  );
}
