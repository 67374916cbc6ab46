import type { IncidentPage } from '../../bot/contract/answers.ts';
import css from './incident.module.css';

/** Facts with their labels. */
export function Facts({ facts }: { readonly facts: IncidentPage['facts'] }) {
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
