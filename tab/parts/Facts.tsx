import type { LabelledFact } from '../../bot/contract/answers.ts';
import css from './record.module.css';

/** Facts with their labels. */
export function Facts({ facts }: { readonly facts: readonly LabelledFact[] }) {
  return (
    <dl className={css['facts']}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
