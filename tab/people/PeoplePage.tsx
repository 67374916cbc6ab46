import { useState } from 'react';
import { Page } from '../parts/Page.tsx';
import { People } from './People.tsx';
import { Person } from './Person.tsx';

/**
 * The administrator's people: the list, or one of them. Who is open is kept here and not in the address, which holds no
 * identifier of anybody.
 */
export default function PeoplePage() {
  const [open, setOpen] = useState<{ readonly person: string; readonly said?: string | undefined }>();
  return open === undefined ? (
    <Page key="list" title="People">
      <People open={(person, said) => setOpen({ person, said })} />
    </Page>
  ) : (
    <Page key="person" title="Person">
      <Person {...open} close={() => setOpen(undefined)} />
    </Page>
  );
}
