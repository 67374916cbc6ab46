import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { MeetingPage } from '../../bot/contract/panelAnswers.ts';
import { focusNow } from '../parts/focusNow.ts';
import { AddItemForm } from './AddItemForm.tsx';
import css from './room.module.css';

interface Props {
  readonly page: MeetingPage;
  readonly shown: string | undefined;
  readonly show: (ref: string) => void;
  readonly done: (message: string) => void;
}

/** The agenda in its fixed order (MG2), each item with where it stands. */
export function Agenda({ page, shown, show, done }: Props) {
  const [adding, setAdding] = useState<'not yet' | 'open' | 'put away'>('not yet');
  function added(message: string) {
    setAdding('not yet');
    done(message);
  }
  return (
    <section aria-labelledby="agenda" className={css['agenda']}>
      <h2 id="agenda">Agenda</h2>
      <ol>
        {page.items.map(({ ref, typeLabel, section, state, stateLabel, cast }, index) => (
          <li key={ref}>
            <button
              type="button"
              className={css['entry']}
              {...(ref === shown ? { 'aria-current': 'true' } : {})}
              onClick={() => show(ref)}
            >
              <span>
                {index + 1}. {typeLabel}
              </span>
              <span className={css['quiet']}>{section}</span>
              <span className={css['word']}>{state === 'VOTING' ? `${cast} of 4 cast` : stateLabel}</span>
            </button>
          </li>
        ))}
      </ol>
      {page.steps.includes('item.add') &&
        (adding === 'open' ? (
          <AddItemForm meeting={page.ref} cancel={() => setAdding('put away')} done={added} />
        ) : (
          <div {...(adding === 'put away' ? { ref: focusNow } : {})}>
            <Button onClick={() => setAdding('open')}>Add an item</Button>
          </div>
        ))}
    </section>
  );
}
