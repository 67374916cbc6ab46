import type { MeetingPage } from '../../bot/contract/panelAnswers.ts';
import { seatsInWords } from '../../bot/contract/panel.ts';
import { FormButton } from '../parts/FormButton.tsx';
import { SeatForm } from './SeatForm.tsx';
import type { SeatsProps } from './Seats.tsx';
import { Step } from './Step.tsx';
import css from './room.module.css';

interface Props extends SeatsProps {
  readonly seat: MeetingPage['seats'][number];
}

/** One seat: who has it, whether they are here, and what one may do about it. */
export function Seat({ page, seat, done }: Props) {
  // The chair, and whoever runs the meeting from outside it, may say it of any seat; a member of their own only.
  const maySay = seat.person !== undefined && (seat.mine || !page.mySeat || page.mySeat === 'CHAIR');
  const input = { ref: page.ref, ...(seat.mine ? {} : { seat: seat.seat }) };
  return (
    <li className={css['seat']} data-present={seat.present && page.state !== 'CLOSED'}>
      <h3>{seat.label}</h3>
      <p>
        {seat.name ?? 'Empty'}
        {seat.nominee && ' (nominee)'}
        {seat.mine && ' – you'}
      </p>
      {page.state !== 'CLOSED' && <Presence present={seat.present} />}
      <div className={css['steps']}>
        {maySay && !seat.present && page.steps.includes('meeting.arrive') && (
          <Step
            name="meeting.arrive"
            input={input}
            verb={seat.mine ? 'I am here' : `Say that ${seatsInWords[seat.seat]} is here`}
            primary={seat.mine}
            done={done}
          />
        )}
        {maySay && seat.present && page.steps.includes('meeting.leave') && (
          <Step
            name="meeting.leave"
            input={input}
            verb={seat.mine ? 'I have to leave' : `Say that ${seatsInWords[seat.seat]} has left`}
            done={done}
          />
        )}
        {page.steps.includes('meeting.fillSeat') && (
          <FormButton verb={seat.person ? `Change ${seat.label}` : `Fill ${seat.label}`} done={done}>
            {(form) => <SeatForm {...{ page, seat }} {...form} />}
          </FormButton>
        )}
      </div>
    </li>
  );
}

function Presence({ present }: { readonly present: boolean }) {
  return (
    <p className={css['word']}>
      <span aria-hidden="true">{present ? '● ' : '○ '}</span>
      {present ? 'Here' : 'Not here'}
    </p>
  );
}
