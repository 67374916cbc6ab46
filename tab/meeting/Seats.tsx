import type { MeetingPage } from '../../bot/contract/panelAnswers.ts';
import { Seat } from './Seat.tsx';
import css from './room.module.css';

export interface SeatsProps {
  readonly page: MeetingPage;
  readonly done: (message: string) => void;
}

/** MG4: quorum as four seats that fill. */
export function Seats({ page, done }: SeatsProps) {
  const present = page.seats.filter((seat) => seat.present).length;
  return (
    <section aria-labelledby="seats">
      <h2 id="seats">Seats</h2>
      <p>
        {page.quorate
          ? 'All four seats are here. The panel can decide.'
          : `${present} of 4 seats are here. Nothing can be decided until all four are.`}
      </p>
      <ul className={css['seats']}>
        {page.seats.map((seat) => (
          <Seat key={seat.seat} page={page} seat={seat} done={done} />
        ))}
      </ul>
    </section>
  );
}
