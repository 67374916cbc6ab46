import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { IncidentPage } from '../../bot/contract/answers.ts';
import { Said } from '../parts/Said.tsx';
import { focusNow } from '../parts/focusNow.ts';
import { AddFactsForm } from './AddFactsForm.tsx';
import { LinkForm } from './LinkForm.tsx';
import css from '../parts/record.module.css';

type Open = 'nothing yet' | 'facts' | 'link' | 'put away';

/** What can be added to a report later: facts, and other reports of the same event. */
export function Additions({ page }: { readonly page: IncidentPage }) {
  const { ref } = page.status;
  const [open, setOpen] = useState<Open>('nothing yet');
  const [said, setSaid] = useState('');

  function done(message: string) {
    setOpen('nothing yet');
    setSaid(message);
  }
  function show(form: 'facts' | 'link') {
    setSaid('');
    setOpen(form);
  }
  const cancel = () => setOpen('put away');
  const mayAdd = page.steps.includes('incident.addFacts');
  const mayLink = page.steps.includes('incident.link');
  return (
    <div className={css['additions']}>
      <Said text={said} />
      {open === 'facts' && <AddFactsForm reference={ref} cancel={cancel} done={done} />}
      {open === 'link' && <LinkForm reference={ref} cancel={cancel} done={done} />}
      {open !== 'facts' && open !== 'link' && (mayAdd || mayLink) && (
        <div className={css['buttons']} {...(open === 'put away' ? { ref: focusNow } : {})}>
          {mayAdd && <Button onClick={() => show('facts')}>Add facts</Button>}
          {mayLink && <Button onClick={() => show('link')}>Link another report</Button>}
        </div>
      )}
    </div>
  );
}
