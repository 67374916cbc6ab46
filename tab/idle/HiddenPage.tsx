import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { refusalOf } from '../parts/api.ts';

/** In place of a page about patients that nobody has touched for 15 minutes (DOMAIN §8 Access). */
export function HiddenPage({ showAgain }: { readonly showAgain: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  async function again() {
    setAsking(true);
    setRefusal(undefined);
    try {
      await showAgain();
    } catch (error) {
      setRefusal(refusalOf(error));
      setAsking(false);
    }
  }
  return (
    <Page title="Hidden after 15 minutes without activity">
      <p>This page can show patients. What you had typed is still there.</p>
      {refusal && <Problem refusal={refusal} />}
      <Button appearance="primary" disabledFocusable={asking} onClick={() => void again()}>
        Show the page again
      </Button>
      <output>{asking && ' Asking…'}</output>
    </Page>
  );
}
