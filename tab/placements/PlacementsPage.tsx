import type { Role } from '../../bot/contract/roles.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { usePages } from '../parts/usePages.ts';
import { PlacementTable } from './PlacementTable.tsx';
import css from '../parts/list.module.css';

const words = {
  commissioner: {
    title: 'Cases',
    caption: 'Patients on the scheme in your area',
    empty: 'Nobody is on the scheme yet. Placements appear here once they are opened.',
  },
  scheme: {
    title: 'Patients',
    caption: 'Patients placed with your practice',
    empty: 'Nobody is placed with your practice yet. Patients appear here once they are.',
  },
} as const;

/** The area's placements for those who run the scheme, a practice's own for those who care for the patients. */
export default function PlacementsPage({ role }: { readonly role: Role }) {
  const { title, caption, empty } = words[role === 'SGP' || role === 'SAD' ? 'scheme' : 'commissioner'];
  const pages = usePages();
  const { answer, refusal, again } = useAnswer(
    'placement.list',
    { size: 20, ...(pages.after ? { after: pages.after } : {}) },
    { live: true, steady: true },
  );
  return (
    <Page title={title}>
      {role === 'CPT' && (
        <p>
          <AppLink to="/placements/new">Open a placement</AppLink>
        </p>
      )}
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && answer.rows.length > 0 && <PlacementTable caption={caption} rows={answer.rows} />}
      {answer?.rows.length === 0 && <p className={css['empty']}>{empty}</p>}
      {answer && <Pager pages={pages} next={answer.next} />}
      {!answer && !refusal && (
        <Loading what="the placements">
          <Block height={24} />
          <Block height={56} />
          <Block height={56} />
        </Loading>
      )}
    </Page>
  );
}
