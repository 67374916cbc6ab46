import { Checkbox } from '@fluentui/react-components';
import { problemAt } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { aboutChoice, Reason, reasonsGiven } from '../form/Reason.tsx';
import { useForm } from '../form/useForm.ts';
import { sessionChoices } from './sessionChoices.ts';
import { SlotFields } from './SlotFields.tsx';
import type { StepProps } from './Steps.tsx';
import css from '../form/form.module.css';

interface Typed {
  readonly session: string;
  readonly trainer: string;
  readonly start: string;
  readonly fold: string;
  readonly joinLink: string;
  readonly holds: boolean;
  /** Named as the server names what is wrong with them. */
  readonly 'second.trainer': string;
  readonly 'second.start': string;
  readonly 'second.joinLink': string;
  readonly reasons: Readonly<Record<string, string>>;
}

const folds = { earlier: 'The earlier one', later: 'The later one' };

/** R8, R12, R12a: books or moves a session; with the first, a time for the second can be held. */
export function BookForm({ page, cancel, done }: StepProps) {
  const { status, bookable, sessions } = page;
  const { typed, setTyped, refusal, bind, sends } = useForm(
    'referral.book',
    () => ({ ...empty, session: String(bookable[0] ?? 1) }),
    done,
  );
  // What is missing of the second session is told of it as a whole.
  const missing = problemAt('second', refusal);
  const secondTrainer = bind('second.trainer');
  const secondStart = bind('second.start');
  const mayHold = typed.session === '1' && !sessions.some(({ session }) => session === 2);
  const asksFold = refusal?.field === 'fold' || typed.fold !== '';

  const { session, trainer, start, fold, joinLink } = typed;
  const second = { start: typed['second.start'], joinLink: typed['second.joinLink'] };
  const command = sends({
    ref: status.ref,
    version: status.version,
    session: Number(session),
    trainer,
    ...given({ start, fold, joinLink }),
    ...(mayHold && typed.holds ? { second: { trainer: typed['second.trainer'], ...given(second) } } : {}),
    ...reasonsGiven(typed.reasons),
  });
  return (
    <CommandForm
      label="Book a session"
      verb="Book"
      cancel={cancel}
      {...command}
      fields={[...Object.keys(typed), 'second']}
    >
      {bookable.length > 1 && (
        <ChoiceField
          {...bind('session')}
          label="Which session?"
          required
          choices={sessionChoices(bookable)}
        />
      )}
      <SlotFields of="" trainer={bind('trainer')} start={bind('start')} joinLink={bind('joinLink')} />
      {asksFold && (
        <ChoiceField
          {...bind('fold')}
          label="The clocks go back that night. Which of the two times?"
          required
          choices={folds}
        />
      )}
      {mayHold && (
        <div className={css['wide']}>
          <Checkbox
            label="Hold a time for session 2 as well"
            checked={typed.holds}
            onChange={(_event, { checked }) => setTyped({ ...typed, holds: checked === true })}
          />
        </div>
      )}
      {mayHold && typed.holds && (
        <SlotFields
          of=" for session 2"
          trainer={secondTrainer.value === '' ? { ...secondTrainer, problem: missing } : secondTrainer}
          start={
            secondTrainer.value === ''
              ? secondStart
              : { ...secondStart, problem: secondStart.problem ?? missing }
          }
          joinLink={bind('second.joinLink')}
        />
      )}
      <Reason
        refusal={refusal}
        reasons={typed.reasons}
        onChange={bind('reasons').onChange}
        words={aboutChoice}
      />
    </CommandForm>
  );
}

const empty: Typed = {
  session: '1',
  trainer: '',
  start: '',
  fold: '',
  joinLink: '',
  holds: false,
  'second.trainer': '',
  'second.start': '',
  'second.joinLink': '',
  reasons: {},
};

/** What was filled in; the rest is asked for at its field. */
function given<T extends Readonly<Record<string, string>>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>;
}
