import { Button } from '@fluentui/react-components';
import type { Outcome } from '../../bot/contract/answers.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { CopyReference } from '../parts/CopyReference.tsx';
import { Page } from '../parts/Page.tsx';
import css from '../parts/receipt.module.css';

interface Props {
  readonly outcome: Outcome;
  readonly reportMore: () => void;
}

/** In place of the form once the report is sent: the reference, and what happens next. */
export function Receipt({ outcome, reportMore }: Props) {
  const { ref, message, warnings = [] } = outcome;
  return (
    <Page title="Report sent">
      <div className={css['receipt']}>
        <p>{message}</p>
        {ref && <CopyReference reference={ref} />}
        <h2>What happens next</h2>
        <ul className={css['next']}>
          <li>Your practice manager has been told. The notice holds the reference only.</li>
          <li>You will be told when someone looks at it, and what came of it.</li>
          {warnings.map((warning) => (
            <li key={warning.rule}>{warning.message}</li>
          ))}
        </ul>
        <div className={css['ways']}>
          {ref && <AppLink to={`/incidents/${ref}`}>Open the report, or add to it</AppLink>}
          <AppLink to="/mine">See my reports</AppLink>
          <Button onClick={reportMore}>Report something else</Button>
        </div>
      </div>
    </Page>
  );
}
