import { Button } from '@fluentui/react-components';
import type { AreaRow, OrganisationRow } from '../../bot/contract/peopleAnswers.ts';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Said } from '../parts/Said.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { useSaidForm } from '../parts/useOneForm.ts';
import { usePages } from '../parts/usePages.ts';
import { AreaForm } from './AreaForm.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { AreaTable, OrganisationTable } from './PlaceTables.tsx';
import css from '../parts/record.module.css';

type Open =
  | { readonly form: 'organisation'; readonly row?: OrganisationRow }
  | { readonly form: 'area'; readonly row?: AreaRow };

/** Areas and organisations, each to be added or changed. */
export default function PlacesPage() {
  const { open, said, start, ends, atButtons } = useSaidForm<Open>();
  const pages = usePages();
  const { answer, refusal, again } = useAnswer(
    'places.list',
    { size: 20, ...(pages.after ? { after: pages.after } : {}) },
    { live: true, steady: true },
  );
  return (
    <Page title="Places">
      <div className={css['step']}>
        <Said text={said} />
        {open?.form === 'organisation' && (
          <OrganisationForm key={open.row?.organisation ?? 'new'} row={open.row} {...ends} />
        )}
        {open?.form === 'area' && <AreaForm key={open.row?.area ?? 'new'} row={open.row} {...ends} />}
        {!open && (
          <div className={css['buttons']} {...atButtons}>
            <Button appearance="primary" onClick={() => start({ form: 'organisation' })}>
              Add an organisation
            </Button>
            <Button onClick={() => start({ form: 'area' })}>Add an area</Button>
          </div>
        )}
      </div>
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && (
        <>
          <h2>Areas</h2>
          <AreaTable rows={answer.areas} change={(row) => start({ form: 'area', row })} />
          <h2>Organisations</h2>
          <OrganisationTable rows={answer.rows} change={(row) => start({ form: 'organisation', row })} />
          <Pager pages={pages} next={answer.next} words={['Previous', 'Next']} />
        </>
      )}
      {!answer && !refusal && (
        <Loading what="the places">
          <Block height={48} />
          <Block height={160} />
        </Loading>
      )}
    </Page>
  );
}
