import type { IncidentPage } from '../../bot/contract/answers.ts';
import { DeadlineWord, isOpen } from '../parts/DeadlineWord.tsx';
import { StateWord } from '../parts/StateWord.tsx';
import css from './incident.module.css';

/** Where the report stands: its state, who has it, the next deadline, and for whoever reported it what comes next. */
export function Standing({ page: { status, deadlines } }: { readonly page: IncidentPage }) {
  const next = deadlines.find(isOpen);
  return (
    <div className={css['standing']}>
      <dl>
        <div>
          <dt>State</dt>
          <dd>
            <StateWord state={status.state} label={status.stateLabel} />
          </dd>
        </div>
        <div>
          <dt>With</dt>
          <dd>{status.withWhom ?? (status.state === 'REPORTED' ? 'Nobody yet' : 'Nobody')}</dd>
        </div>
        <div>
          <dt>Reported</dt>
          <dd>{status.reported}</dd>
        </div>
        {next && (
          <div>
            <dt>Next deadline</dt>
            <dd>
              {next.what}: {next.due} <DeadlineWord state={next.state} />
            </dd>
          </div>
        )}
      </dl>
      <p>{status.next}</p>
    </div>
  );
}
