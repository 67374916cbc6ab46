import type { ReactNode } from 'react';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { usePages, type Pages } from '../parts/usePages.ts';
import css from '../parts/list.module.css';

interface Props {
  readonly title: string;
  readonly question: 'retention.due' | 'retention.held';
  readonly empty: string;
}

/** Records with from when they may be reviewed: reference, kind and dates, nothing of what they say. */
export function RecordsToReview({ title, question, empty }: Props) {
  const pages = usePages();
  const { answer, refusal, again } = useAnswer(question, from(pages), live);
  return (
    <List title={title} empty={empty} isEmpty={answer?.rows.length === 0} {...{ refusal, again }}>
      {answer && (
        <>
          <table className={css['table']} aria-label={title}>
            <thead>
              <tr>
                <th scope="col">Reference</th>
                <th scope="col">Kind</th>
                <th scope="col">State</th>
                <th scope="col">Made</th>
                <th scope="col">Review from</th>
              </tr>
            </thead>
            <tbody>
              {answer.rows.map((row) => (
                <tr key={row.ref}>
                  <th scope="row">
                    <AppLink to={`/retention/${row.ref}`}>{row.ref}</AppLink>
                  </th>
                  <td>{row.kind}</td>
                  <td data-column="State">{row.stateLabel}</td>
                  <td data-column="Made">{row.made}</td>
                  <td data-column="Review from">{row.until ?? 'Not known while it is open'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pager pages={pages} next={answer.next} of={title} words={wordsOfPager} />
        </>
      )}
    </List>
  );
}

export function DestroyedRecords() {
  const pages = usePages();
  const { answer, refusal, again } = useAnswer('retention.destroyed', from(pages), live);
  return (
    <List
      title="Destroyed"
      empty="No record has been destroyed. What is left of one is shown here."
      isEmpty={answer?.rows.length === 0}
      {...{ refusal, again }}
    >
      {answer && (
        <>
          <table className={css['table']} aria-label="Destroyed">
            <thead>
              <tr>
                <th scope="col">Reference</th>
                <th scope="col">Kind</th>
                <th scope="col">Made</th>
                <th scope="col">Destroyed</th>
              </tr>
            </thead>
            <tbody>
              {answer.rows.map((row) => (
                <tr key={row.ref}>
                  <th scope="row">
                    <AppLink to={`/retention/${row.ref}`}>{row.ref}</AppLink>
                  </th>
                  <td>{row.kind}</td>
                  <td data-column="Made">{row.made}</td>
                  <td data-column="Destroyed">
                    {row.destroyed}
                    {row.progress && <span className={css['under']}>{row.progress}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pager pages={pages} next={answer.next} of="Destroyed" words={wordsOfPager} />
        </>
      )}
    </List>
  );
}

const wordsOfPager = ['Back', 'More'] as const;
const live = { live: true, steady: true } as const;

const from = ({ after }: Pages) => ({ size: 20, ...(after ? { after } : {}) });

interface ListProps {
  readonly title: string;
  readonly empty: string;
  readonly isEmpty: boolean;
  readonly refusal: Refusal | undefined;
  readonly again: () => void;
  readonly children: ReactNode;
}

function List({ title, empty, isEmpty, refusal, again, children }: ListProps) {
  const id = title.replaceAll(' ', '-').toLowerCase();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {refusal && <Problem refusal={refusal} again={again} />}
      {isEmpty ? <p className={css['empty']}>{empty}</p> : children}
      {!children && !refusal && (
        <Loading what={title}>
          <Block height={48} />
        </Loading>
      )}
    </section>
  );
}
