import type { Me } from '../../bot/contract/answers.ts';
import type { Role } from '../../bot/contract/roles.ts';
import { Page } from '../parts/Page.tsx';
import { placesOf } from '../parts/places.ts';
import { Due } from './Due.tsx';
import { Since } from './Since.tsx';
import { Waiting } from './Waiting.tsx';
import { hasDeadlines } from './questions.ts';

interface Props {
  readonly me: Me;
  readonly role: Role;
}

/** What is waiting for me, what is due and when, and what has happened: in this order. */
export function HomePage({ me, role }: Props) {
  const isOnlyPlace = placesOf(role).length === 1;
  return (
    <Page title="Home">
      <p>
        {me.today}
        {isOnlyPlace &&
          '. The pages for your role come with later versions; until then your notices are here.'}
      </p>
      <Waiting />
      {hasDeadlines(role) && <Due />}
      <Since />
    </Page>
  );
}
