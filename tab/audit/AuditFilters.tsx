import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button, Field, Select } from '@fluentui/react-components';
import { auditKinds, type AuditKind } from '../../bot/contract/audit.ts';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { bindTo, focusFirstProblem } from '../form/bind.ts';
import { TextField } from '../form/TextField.tsx';
import form from '../form/form.module.css';
import type { Criteria } from './AuditPage.tsx';

interface Props {
  /** What is wrong with the search as it was sent. */
  readonly refusal: Refusal | undefined;
  readonly search: (criteria: Criteria) => void;
}

const empty = { ref: '', person: '', from: '', until: '', kind: '' };
const isKind = (value: string): value is AuditKind => Object.hasOwn(auditKinds, value);

/** What to look for. Nothing is asked before Search is pressed. */
export function AuditFilters({ refusal, search }: Props) {
  const [typed, setTyped] = useState(empty);
  const bind = bindTo(typed, setTyped, refusal);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusal && element.current) focusFirstProblem(element.current);
  }, [refusal]);

  function submit(event: FormEvent) {
    event.preventDefault();
    const { ref, person, from, until, kind } = typed;
    search({
      ...(ref.trim() ? { ref: ref.trim() } : {}),
      ...(person.trim() ? { person: person.trim() } : {}),
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
      ...(isKind(kind) ? { kind } : {}),
    });
  }
  return (
    <form ref={element} aria-label="Search the audit" className={form['form']} onSubmit={submit} noValidate>
      <TextField {...bind('ref')} label="Reference" hint="Such as INC-2027-4839272." />
      <TextField {...bind('person')} label="Who" hint="The name as it stands in the directory." />
      <TextField {...bind('from')} label="From" type="date" hint="Left empty: 30 days back." />
      <TextField {...bind('until')} label="Until" type="date" hint="Left empty: today." />
      <Field label="Show" className={form['field'] ?? ''}>
        <Select value={typed.kind} onChange={(_event, { value }) => setTyped({ ...typed, kind: value })}>
          <option value="">Done, read and refused</option>
          {Object.entries(auditKinds).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <div className={form['buttons']}>
        <Button appearance="primary" type="submit">
          Search
        </Button>
      </div>
    </form>
  );
}
