import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { Outcome } from '../../bot/contract/answers.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { Page } from '../parts/Page.tsx';
import css from './report.module.css';

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
        {ref && <Reference reference={ref} />}
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

function Reference({ reference }: { readonly reference: string }) {
  const [said, setSaid] = useState('');
  async function copy() {
    try {
      await navigator.clipboard.writeText(reference);
      setSaid('Copied.');
    } catch {
      // Teams in some browsers keeps the clipboard to itself.
      setSaid('Copying is switched off here. Select the reference and copy it.');
    }
  }
  return (
    <div className={css['reference']}>
      <strong>{reference}</strong>
      <Button onClick={() => void copy()}>Copy reference</Button>
      <output>{said}</output>
    </div>
  );
}
