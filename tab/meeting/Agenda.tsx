import { Button } from '@fluentui/react-components';
import type { MeetingPage } from '../../bot/contract/panelAnswers.ts';
import type { useOneForm } from '../parts/useOneForm.ts';
import css from './room.module.css';

interface Props {
  readonly page: MeetingPage;
  readonly shown: string | undefined;
  readonly show: (ref: string) => void;
  /** Absent for those who put nothing on the agenda. */
  readonly add: (() => void) | undefined;
  /** What gives its button the keyboard back, when the form has just been put away. */
  readonly atButton: ReturnType<typeof useOneForm>['atButtons'];
}

/** The agenda in its fixed order (MG2), each item with where it stands. */
export function Agenda({ page, shown, show, add, atButton }: Props) {
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
      {add && (
        <div {...atButton}>
          <Button onClick={add}>Add an item</Button>
        </div>
      )}
    </section>
  );
}
