import type { ReactNode } from 'react';
import type { DeadlineView } from '../../bot/contract/answers.ts';
import { DeadlineWord, isOpen } from './DeadlineWord.tsx';
import css from './record.module.css';

interface Props {
  /** Each with its label, in the order they are read. */
  readonly parts: Readonly<Record<string, ReactNode>>;
  readonly deadlines: readonly DeadlineView[];
  /** What comes next, as a sentence. */
  readonly next: string;
}

/** The top of a record's page: where it stands, its next deadline and what comes next. */
export function Standing({ parts, deadlines, next }: Props) {
  const due = deadlines.find(isOpen);
  return (
    <div className={css['standing']}>
      <dl>
        {Object.entries(parts).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {due && (
          <div>
            <dt>Next deadline</dt>
            <dd>
              {due.what}: {due.due} <DeadlineWord state={due.state} />
            </dd>
          </div>
        )}
      </dl>
      <p>{next}</p>
    </div>
  );
}
