import { Button } from '@fluentui/react-components';
import type { Answer } from '../../bot/contract/questions.ts';
import { AppLink } from '../parts/AppLink.tsx';
import { DeadlineWord } from '../parts/DeadlineWord.tsx';
import { useOneForm } from '../parts/useOneForm.ts';
import { CallForm } from '../referral/CallForm.tsx';
import { ReferralStateWord } from '../referrals/ReferralStateWord.tsx';
import css from './calls.module.css';

interface Props {
  readonly row: Answer<'referral.calls'>['rows'][number];
  readonly said: (message: string) => void;
}

/** One patient to ring: the number large enough to tap, and the form for how the call went. */
export function CallRow({ row, said }: Props) {
  const { open, start, close, cancel, atButtons } = useOneForm<'call'>();
  const numbers = [row.phone, ...(row.altPhone ? [row.altPhone] : [])];
  const hints = [...row.advice, ...(row.last ? [`Last call: ${row.last}`] : [])];
  return (
    <li className={css['call']} aria-label={row.patient}>
      <div className={css['who']}>
        <h2>{row.patient}</h2>
        <span>
          {row.practice}, <AppLink to={`/referrals/${row.ref}`}>{row.ref}</AppLink>
        </span>
        <span>
          <ReferralStateWord state={row.state} label={row.stateLabel} inList />{' '}
          {row.calls === 0 ? 'not rung yet' : `rung ${row.calls === 1 ? 'once' : `${row.calls} times`}`}
        </span>
        {row.due && (
          <span>
            <DeadlineWord state={row.due.state} /> {row.due.what}: {row.due.due}
          </span>
        )}
        {row.state === 'CONTACTING' && <span>{row.next}</span>}
        {hints.map((hint) => (
          <small key={hint}>{hint}</small>
        ))}
        {row.unreachableFrom && <small>Can be ended as not reached from {row.unreachableFrom}.</small>}
      </div>
      <div className={css['act']}>
        {numbers.map((number) => (
          <a key={number} className={css['number']} href={`tel:${number.replaceAll(' ', '')}`}>
            {number}
          </a>
        ))}
        {!open && (
          <div {...atButtons}>
            <Button
              appearance="primary"
              onClick={() => {
                said('');
                start('call');
              }}
            >
              Note the call
            </Button>
          </div>
        )}
      </div>
      {open && (
        <div className={css['form']}>
          <CallForm
            reference={row.ref}
            version={row.version}
            needs={row.needs}
            leaveNoMessage={row.leaveNoMessage}
            numbers={numbers}
            cancel={cancel}
            done={(message) => {
              close();
              said(message);
            }}
          />
        </div>
      )}
    </li>
  );
}
