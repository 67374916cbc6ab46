import { useState } from 'react';
import type { MeetingPage } from '../../bot/contract/panelAnswers.ts';
import { Said } from '../parts/Said.tsx';
import { useOneForm } from '../parts/useOneForm.ts';
import { AddItemForm } from './AddItemForm.tsx';
import { Agenda } from './Agenda.tsx';
import { Ballot } from './Ballot.tsx';
import { Conflicts } from './Conflicts.tsx';
import { Item } from './Item.tsx';
import { Seats } from './Seats.tsx';
import { Standing } from './Standing.tsx';
import css from './room.module.css';

interface Props {
  readonly page: MeetingPage;
  /** The meeting as it is known this moment. */
  readonly latest: () => MeetingPage;
  readonly startAt?: string;
}

/** The panel room: the agenda on the left, the item in the middle, seats and ballot on the right. */
export function Room({ page, latest, startAt }: Props) {
  const [chosen, setChosen] = useState(startAt);
  const [panelAt, setPanelAt] = useState(page.openItem);
  const adding = useOneForm<'item'>();
  const [said, setSaid] = useState({ text: '', stands: '' });
  const [voteSaid, setVoteSaid] = useState('');
  // When the panel comes to another item, everybody's room follows; in between, one may look at any.
  if (page.openItem && page.openItem !== panelAt) {
    setPanelAt(page.openItem);
    setChosen(undefined);
  }
  const shown = chosen ?? panelAt;
  const item = page.items.find(({ ref }) => ref === shown) ?? page.items[0];
  const stillTrue = said.stands === standsAt(page) ? said.text : '';
  const mayAdd = page.steps.includes('item.add') && !adding.open;

  function say(text: string) {
    setSaid({ text, stands: standsAt(latest()) });
    setVoteSaid('');
  }
  function show(ref: string) {
    setChosen(ref);
    say('');
  }
  function added(message: string) {
    adding.close();
    say(message);
  }
  return (
    <>
      <Standing page={page} done={say} />
      {/* What was said is true while things stand as they did then; that a vote counts, until the vote is closed. */}
      <Said text={item?.state === 'VOTING' && voteSaid ? voteSaid : stillTrue} />
      <div className={css['room']}>
        <Agenda
          page={page}
          shown={item?.ref}
          show={show}
          add={mayAdd ? () => adding.start('item') : undefined}
          atButton={adding.atButtons}
        />
        <div className={css['item']}>
          {adding.open && <AddItemForm meeting={page.ref} cancel={adding.cancel} done={added} />}
          {item && <Item key={item.ref} meeting={page.ref} item={item} done={say} />}
          {!item && !adding.open && <p className={css['quiet']}>There is nothing on the agenda yet.</p>}
        </div>
        <div className={css['side']}>
          {item?.steps.includes('ballot.cast') && (
            <Ballot key={`${item.ref} ${item.round}`} meeting={page.ref} item={item} done={setVoteSaid} />
          )}
          <Seats page={page} item={item} done={say} />
          {item && <Conflicts key={item.ref} page={page} item={item} done={say} />}
        </div>
      </div>
    </>
  );
}

/** How far the meeting and its items are: whatever a step says of them is out of date once this is different. */
const standsAt = ({ state, items }: MeetingPage): string =>
  [state, ...items.map((item) => `${item.ref} ${item.state} ${item.round}`)].join(';');
