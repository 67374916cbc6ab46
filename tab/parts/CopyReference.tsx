import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import css from './receipt.module.css';

/** The reference of what was just sent, in a line of its own, with a button that copies it. */
export function CopyReference({ reference }: { readonly reference: string }) {
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
