import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { focusFirstProblem } from './bind.ts';
import { RefusedForm } from './RefusedForm.tsx';
import css from './form.module.css';

interface Props {
  readonly label: string;
  /** What the button does, as a verb. */
  readonly verb: string;
  readonly sending: boolean;
  readonly refusal: Refusal | undefined;
  /** The names of the form's own fields: what is wrong with them is said there. */
  readonly fields: readonly string[];
  readonly submit: () => Promise<void>;
  /** For a form opened by a button: it takes the focus, and can be put away again. */
  readonly cancel?: () => void;
  readonly children: ReactNode;
}

/** A form that sends one command. A refusal moves the focus to the first field it is about. */
export function CommandForm({ label, verb, sending, refusal, fields, submit, cancel, children }: Props) {
  const element = useRef<HTMLFormElement>(null);
  const isOpenedByButton = cancel !== undefined;
  useEffect(() => {
    if (isOpenedByButton) element.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [isOpenedByButton]);
  useEffect(() => {
    if (refusal && element.current) focusFirstProblem(element.current);
  }, [refusal]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form ref={element} noValidate aria-label={label} className={css['form']} onSubmit={onSubmit}>
      {isOpenedByButton && <p className={css['title']}>{label}</p>}
      {children}
      <div className={css['wide']}>
        <RefusedForm refusal={refusal} again={() => void submit()} fields={fields} />
      </div>
      <div className={css['buttons']}>
        <Button type="submit" appearance="primary" disabledFocusable={sending}>
          {verb}
        </Button>
        {cancel && <Button onClick={cancel}>Not now</Button>}
        <output>{sending && 'Sending…'}</output>
      </div>
    </form>
  );
}
