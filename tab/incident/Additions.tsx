import { Button } from '@fluentui/react-components';
import type { IncidentPage } from '../../bot/contract/answers.ts';
import { Said } from '../parts/Said.tsx';
import { useSaidForm } from '../parts/useOneForm.ts';
import { AddFactsForm } from './AddFactsForm.tsx';
import { LinkForm } from './LinkForm.tsx';
import css from '../parts/record.module.css';

/** What can be added to a report later: facts, and other reports of the same event. */
export function Additions({ page }: { readonly page: IncidentPage }) {
  const { ref } = page.status;
  const { open, said, start, ends, atButtons } = useSaidForm<'facts' | 'link'>();
  const mayAdd = page.steps.includes('incident.addFacts');
  const mayLink = page.steps.includes('incident.link');
  return (
    <div className={css['additions']}>
      <Said text={said} />
      {open === 'facts' && <AddFactsForm reference={ref} {...ends} />}
      {open === 'link' && <LinkForm reference={ref} {...ends} />}
      {!open && (mayAdd || mayLink) && (
        <div className={css['buttons']} {...atButtons}>
          {mayAdd && <Button onClick={() => start('facts')}>Add facts</Button>}
          {mayLink && <Button onClick={() => start('link')}>Link another report</Button>}
        </div>
      )}
    </div>
  );
}
