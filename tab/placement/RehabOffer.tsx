import type { PlacementPage } from '../../bot/contract/placementAnswers.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { pathOf } from '../parts/paths.ts';
import { RehabOfferWord } from '../placements/RehabOfferWord.tsx';
import css from '../parts/record.module.css';

/** The programme has to be offered to everyone on the scheme: how far that has come. */
export function RehabOffer({ offer }: { readonly offer: PlacementPage['rehabOffer'] }) {
  const { stage, stageLabel, on, referral, isOpenable } = offer;
  return (
    <section aria-labelledby="offer">
      <h2 id="offer">The behaviour programme</h2>
      <dl className={css['facts']}>
        <div>
          <dt>Offer</dt>
          <dd>
            <RehabOfferWord {...{ stage, stageLabel }} />
          </dd>
        </div>
        {on && (
          <div>
            <dt>Since</dt>
            <dd>{on}</dd>
          </div>
        )}
        {referral && (
          <div>
            <dt>Referral</dt>
            <dd>{isOpenable ? <AppLink to={pathOf(referral)}>{referral}</AppLink> : referral}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
