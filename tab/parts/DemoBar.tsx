import { useState, type FormEvent } from 'react';
import { Button, Input } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import css from './demoBar.module.css';
import { setClock, type Demo } from './demoApi.ts';
import { refusalOf } from './api.ts';
import { focusNow } from './focusNow.ts';

interface Props {
  readonly now: Demo['now'];
  readonly switchPerson: () => void;
}

/** Demo mode's slim bar: the clock, which can be set, and the way back to picking a person (D14). */
export function DemoBar({ now, switchPerson }: Props) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<string>();

  /** Answers whether the clock went there. */
  async function moveTo(to: string): Promise<boolean> {
    setProblem(undefined);
    try {
      await setClock(to);
      await client.invalidateQueries();
      return true;
    } catch (error) {
      setProblem(refusalOf(error).message);
      return false;
    }
  }

  return (
    <section aria-label="Demo" className={css['bar']}>
      <span>
        Demo with fictional people. <output>It is {now.label}.</output>
      </span>
      <Button size="small" onClick={() => void moveTo('next-day')}>
        Next day
      </Button>
      <Button size="small" onClick={() => void moveTo('next-working-day')}>
        Next working day
      </Button>
      <GoToDate now={now.iso} go={moveTo} />
      <Button size="small" onClick={switchPerson}>
        Switch person
      </Button>
      {problem && (
        <p role="alert" className={css['problem']}>
          {problem}
        </p>
      )}
    </section>
  );
}

interface GoToDateProps {
  /** London date and time as 2027-01-28T09:30. */
  readonly now: string;
  readonly go: (to: string) => Promise<boolean>;
}

/** Starts from the clock as it was when opened: the clock's own ticking does not move it. */
function GoToDate({ now, go }: GoToDateProps) {
  const [to, setTo] = useState<string>();
  const [went, setWent] = useState(false);
  if (to === undefined) {
    return (
      <span {...(went ? { ref: focusNow } : {})}>
        <Button size="small" onClick={() => setTo(now)}>
          Go to date
        </Button>
      </span>
    );
  }
  const leave = async () => {
    if (!(await go(to))) return;
    setWent(true);
    setTo(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void leave();
  };
  return (
    <form onSubmit={submit} className={css['goTo']}>
      <Input
        size="small"
        type="datetime-local"
        aria-label="Date and time to go to"
        value={to}
        onChange={(_event, { value }) => setTo(value)}
      />
      <Button size="small" type="submit">
        Go
      </Button>
    </form>
  );
}
