import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { useOneForm } from './useOneForm.ts';

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
  const { open, start, close, cancel, atButtons } = useOneForm<'form'>();
  if (open) {
    return children({
      cancel,
      done: (message) => {
        close();
        done(message);
      },
    });
  }
  return (
    <div {...atButtons}>
      <Button appearance={primary ? 'primary' : 'secondary'} onClick={() => start('form')}>
        {verb}
      </Button>
    </div>
  );
}
