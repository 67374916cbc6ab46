import { Button } from '@fluentui/react-components';
import { Facts } from '../parts/Facts.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Page } from '../parts/Page.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Standing } from '../parts/Standing.tsx';
import { Timeline } from '../parts/Timeline.tsx';
import { pathOf } from '../parts/paths.ts';
import { useAnswer } from '../parts/useAnswer.ts';
import { PlacementStateWord } from '../placements/PlacementStateWord.tsx';
import { RehabOffer } from './RehabOffer.tsx';
import css from '../parts/record.module.css';

/** Everything about one placement, for those who may see all of it. */
export default function PlacementPage({ reference }: { readonly reference: string }) {
  const { answer: page, refusal, again } = useAnswer('placement.page', { ref: reference }, { live: true });
  return (
    <Page title={page?.ref ?? reference}>
      {refusal && <Problem refusal={refusal} again={again} />}
      {page && (
        <>
          <Standing
            parts={{
              Patient: page.patient,
              State: <PlacementStateWord state={page.state} label={page.stateLabel} />,
              'On the scheme since': page.entered,
              'Scheme practice': page.schemePractice,
            }}
            deadlines={page.deadlines}
            next={page.next}
          />
          {page.steps.includes('referral.submit') && (
            <div className={css['step']}>
              <Button as="a" appearance="primary" href={`#${pathOf(page.ref)}/refer`}>
                Refer to the programme
              </Button>
            </div>
          )}
          <RehabOffer offer={page.rehabOffer} />
          <section aria-labelledby="facts">
            <h2 id="facts">The placement</h2>
            <Facts facts={page.facts} />
          </section>
          <section aria-labelledby="care">
            <h2 id="care">How care is given</h2>
            <ul>
              {page.careRules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </section>
          <Timeline items={page.timeline} />
        </>
      )}
      {!page && !refusal && (
        <Loading what="the placement">
          <Block height={88} />
          <Block height={40} />
          <Block height={160} />
        </Loading>
      )}
    </Page>
  );
}
