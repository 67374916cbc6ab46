import type { ComponentType } from 'react';
import { Button } from '@fluentui/react-components';
import type { ReferralPage } from '../../bot/contract/referralAnswers.ts';
import { Said } from '../parts/Said.tsx';
import { useSaidForm } from '../parts/useOneForm.ts';
import { AwardForm } from './AwardForm.tsx';
import { BookForm } from './BookForm.tsx';
import { CallForm } from './CallForm.tsx';
import { CallOffForm } from './CallOffForm.tsx';
import { EndForm } from './EndForm.tsx';
import { MarkForm } from './MarkForm.tsx';
import { WithdrawForm } from './WithdrawForm.tsx';
import css from '../parts/record.module.css';

type Step = ReferralPage['steps'][number];

export interface StepProps {
  readonly page: ReferralPage;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** Every step, with its button and its form, in the order in which they press. */
const steps: readonly {
  readonly step: Step;
  readonly verb: string | ((page: ReferralPage) => string);
  readonly Form: ComponentType<StepProps>;
}[] = [
  {
    step: 'referral.logAttempt',
    verb: 'Note a call',
    Form: ({ page, cancel, done }) => (
      <CallForm reference={page.status.ref} version={page.status.version} cancel={cancel} done={done} />
    ),
  },
  { step: 'referral.recordAward', verb: 'Record the award', Form: AwardForm },
  { step: 'referral.markAttendance', verb: 'Mark attendance', Form: MarkForm },
  { step: 'referral.book', verb: bookingVerb, Form: BookForm },
  { step: 'referral.cancelSession', verb: 'Call a session off', Form: CallOffForm },
  { step: 'referral.close', verb: 'End the referral', Form: EndForm },
  { step: 'referral.withdraw', verb: 'Take it back', Form: WithdrawForm },
];

function bookingVerb({ bookable, sessions }: ReferralPage): string {
  const [only, another] = bookable;
  const isNew = !sessions.some(({ session }) => session === only);
  return only && !another && isNew ? `Book session ${only}` : 'Book or move a session';
}

/** What this person can do now: the most pressing step first. Absent for those who only look. */
export function Steps({ page }: { readonly page: ReferralPage }) {
  const { open, said, start, ends, atButtons } = useSaidForm<Step>();
  const offered = steps.filter(({ step }) => page.steps.includes(step));
  // Once opened a form stays, also when someone else was quicker: what was typed is not taken away.
  const opened = steps.find(({ step }) => step === open);
  return (
    <div className={css['step']}>
      <Said text={said} />
      {opened ? (
        <opened.Form page={page} {...ends} />
      ) : (
        <div className={css['buttons']} {...atButtons}>
          {offered.map(({ step, verb }, index) => (
            <Button key={step} appearance={index === 0 ? 'primary' : 'secondary'} onClick={() => start(step)}>
              {typeof verb === 'string' ? verb : verb(page)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
