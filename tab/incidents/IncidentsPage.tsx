import { useState } from 'react';
import { Field, Select } from '@fluentui/react-components';
import { incidentStates, type IncidentState } from '../../bot/contract/incident.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { IncidentTable } from '../parts/IncidentTable.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { usePages } from '../parts/usePages.ts';
import css from '../parts/list.module.css';

const isState = (value: string): value is IncidentState => Object.hasOwn(incidentStates, value);

/** The practice's reports, newest first. */
export default function IncidentsPage() {
  const [state, setState] = useState<IncidentState>();
  const pages = usePages();
  const { answer, refusal, again } = useAnswer(
    'incident.list',
    { size: 20, ...(state ? { state } : {}), ...(pages.after ? { after: pages.after } : {}) },
    { live: true, steady: true },
  );

  function show(value: string) {
    setState(isState(value) ? value : undefined);
    pages.restart();
  }
  return (
    <Page title="Incidents">
      <Field label="Show" className={css['filter'] ?? ''}>
        <Select value={state ?? ''} onChange={(_event, { value }) => show(value)}>
          <option value="">All reports</option>
          {Object.entries(incidentStates).map(([key, { label }]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && answer.rows.length > 0 && (
        <IncidentTable caption="Reports of your practice" rows={answer.rows} showDue />
      )}
      {answer?.rows.length === 0 && (
        <p className={css['empty']}>
          {state ? (
            'No report is in this state.'
          ) : (
            <>
              Nobody at your practice has reported anything yet. Reports appear here as they arrive.{' '}
              <AppLink to="/report">Report something that happened</AppLink>
            </>
          )}
        </p>
      )}
      {answer && <Pager pages={pages} next={answer.next} />}
      {!answer && !refusal && (
        <Loading what="the reports">
          <Block height={24} />
          <Block height={56} />
          <Block height={56} />
          <Block height={56} />
        </Loading>
      )}
    </Page>
  );
}
