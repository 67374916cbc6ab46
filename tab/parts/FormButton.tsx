import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { focusNow } from './focusNow.ts';

interface Opened {
  /** Puts the form away unsent. */
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

interface Props {
  readonly verb: string;
  readonly primary?: boolean;
  /** What the form did, in a sentence; the form is gone by then. */
  readonly done: (message: string) => void;
  readonly children: (form: Opened) => ReactNode;
}

/** A button that opens a form in its place. Put away again, the keyboard is back at the button. */
export function FormButton({ verb, primary = false, done, children }: Props) {
  const [shown, setShown] = useState<'not yet' | 'open' | 'put away'>('not yet');
  if (shown === 'open') {
    return children({
      cancel: () => setShown('put away'),
      done: (message) => {
        setShown('not yet');
        done(message);
      },
    });
  }
  return (
    <div {...(shown === 'put away' ? { ref: focusNow } : {})}>
      <Button appearance={primary ? 'primary' : 'secondary'} onClick={() => setShown('open')}>
        {verb}
      </Button>
    </div>
  );
}
