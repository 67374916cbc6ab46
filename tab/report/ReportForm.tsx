import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { Outcome, ReportForm as Form } from '../../bot/contract/answers.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { useCommand } from '../parts/useCommand.ts';
import { reportDrafts } from './drafts.ts';
import { MainFields } from './MainFields.tsx';
import { MoreFields } from './MoreFields.tsx';
import { emptyReport, optionalFields, toInput, type TypedReport } from './typedReport.ts';
import css from '../form/form.module.css';

interface Props {
  readonly form: Form;
  readonly done: (outcome: Outcome) => void;
}

/** The quick incident report (DOMAIN §2.1). A refusal comes back at its fields; nothing typed is lost. */
export function ReportForm({ form, done }: Props) {
  const [typed, setTyped] = useState<TypedReport>(() => reportDrafts.of(form.commandId) ?? emptyReport(form));
  const [more, setMore] = useState(false);
  const { send, sending, refusal } = useCommand('incident.report', form.commandId);
  const hasHiddenProblem = optionalFields.some((name) =>
    refusal?.fields?.some(({ field }) => field === name),
  );
  const showMore = more || hasHiddenProblem;

  function change(next: TypedReport) {
    setTyped(next);
    reportDrafts.keep(form.commandId, next);
  }
  async function submit() {
    const outcome = await send(toInput(typed, form.openedAt));
    if (!outcome) return;
    reportDrafts.forget(form.commandId);
    done(outcome);
  }
  return (
    <CommandForm
      label="Report an incident"
      verb="Send report"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit }}
    >
      <MainFields typed={typed} change={change} refusal={refusal} sites={form.sites} />
      <div className={css['wide']}>
        <Button aria-expanded={showMore} onClick={() => setMore(!showMore)}>
          {showMore ? 'Show less' : 'Add more'}
        </Button>
      </div>
      {showMore && <MoreFields typed={typed} change={change} refusal={refusal} />}
    </CommandForm>
  );
}
