import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { focusFirstProblem } from '../form/bind.ts';
import { TextField } from '../form/TextField.tsx';
import css from '../form/form.module.css';

/** Opens any record's retention by its reference: a hold can be put on a record long before its time is over. */
export function FindRecord() {
  const [reference, setReference] = useState('');
  const [problem, setProblem] = useState<string>();
  const [, goTo] = useLocation();
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem && element.current) focusFirstProblem(element.current);
  }, [problem]);

  function find(event: FormEvent) {
    event.preventDefault();
    const typed = reference.trim();
    if (/^[\w\s–-]+$/.test(typed)) goTo(`/retention/${encodeURIComponent(typed)}`);
    else setProblem('Type the reference of the record, such as INC-2027-4839272.');
  }
  return (
    <form ref={element} noValidate aria-label="Find a record" className={css['form']} onSubmit={find}>
      <TextField
        name="reference"
        label="Reference of a record"
        hint="To put a hold on it, or to see how long it is kept."
        value={reference}
        onChange={setReference}
        problem={problem}
      />
      <div className={css['buttons']}>
        <Button type="submit">Open</Button>
      </div>
    </form>
  );
}
