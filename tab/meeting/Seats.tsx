import type { MeetingPage, PanelItem } from '../../bot/contract/panelAnswers.ts';
import { seatsInWords } from '../../bot/contract/panel.ts';
import { Seat } from './Seat.tsx';
import css from './room.module.css';

export interface SeatsProps {
  readonly page: MeetingPage;
  readonly done: (message: string) => void;
}

/** MG4: quorum as four seats that fill, for the item one looks at (MG6). */
export function Seats({ page, item, done }: SeatsProps & { readonly item: PanelItem | undefined }) {
  return (
    <section aria-labelledby="seats">
      <h2 id="seats">Seats</h2>
      <p>{quorumInWords(page, item)}</p>
      <ul className={css['seats']}>
        {page.seats.map((seat) => (
          <Seat key={seat.seat} page={page} seat={seat} done={done} />
        ))}
      </ul>
    </section>
  );
}

function quorumInWords(page: MeetingPage, item: PanelItem | undefined): string {
  if (page.state === 'CLOSED') return 'The meeting is closed. These members had the seats.';
  const present = page.seats.filter((seat) => seat.present).length;
  if (!page.quorate) return `${present} of 4 seats are here. Nothing can be decided until all four are.`;
  const out = item?.steppedOut.find(({ alternate }) => !alternate);
  return out
    ? `All four seats are here, but not for this item: ${seatsInWords[out.seat]} has stepped out.`
    : 'All four seats are here. The panel can decide.';
}
