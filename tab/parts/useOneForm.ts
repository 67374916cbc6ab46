import { useState } from 'react';
import { focusNow } from './focusNow.ts';

/**
 * One form at a time, each opened by a button that is gone meanwhile. `F` tells the forms apart. Put away again, the
 * keyboard is back at the buttons: `atButtons` goes on what they stand in.
 */
export function useOneForm<F>() {
  const [open, setOpen] = useState<F>();
  const [wasPutAway, setWasPutAway] = useState(false);
  return {
    open,
    start: (form: F) => {
      setWasPutAway(false);
      setOpen(form);
    },
    /** It has done what it is for. */
    close: () => setOpen(undefined),
    /** It was put away unsent. */
    cancel: () => {
      setOpen(undefined);
      setWasPutAway(true);
    },
    atButtons: wasPutAway ? { ref: focusNow } : {},
  };
}

/**
 * The same, with what the last form did in a sentence, until the next one is opened; `before` is what another page's
 * form did. `ends` is for the open form.
 */
export function useSaidForm<F>(before = '') {
  const [said, setSaid] = useState(before);
  const { open, start, close, cancel, atButtons } = useOneForm<F>();
  return {
    open,
    said,
    atButtons,
    start: (form: F) => {
      setSaid('');
      start(form);
    },
    ends: {
      cancel,
      done: (message: string) => {
        close();
        setSaid(message);
      },
    },
  };
}
