import { useEffect, useState } from 'react';
import { refusalOf } from '../parts/api.ts';
import { signInAs, type Demo, type DemoPerson } from '../parts/demoApi.ts';
import { roleLabels } from '../../bot/contract/roles.ts';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { Problem } from '../parts/Problem.tsx';
import css from './signIn.module.css';

interface Props {
  readonly demo: Demo;
  /** Whether an earlier sign-in has just ended. */
  readonly ended: boolean;
  readonly enter: (token: string) => void;
}

/** Demo mode's front page: what this is, who there is to be, and what to try as each of them. */
export default function PickPerson({ demo, ended, enter }: Props) {
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    document.title = 'Pick a person – Common Ground';
  }, []);

  async function pick(person: DemoPerson) {
    setRefusal(undefined);
    try {
      enter(await signInAs(person.id));
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  }

  return (
    <main className={css['picker']}>
      <h1>Common Ground</h1>
      <p className={css['lead']}>
        Practice staff report violent or abusive incidents here, and everyone who has to act sees what is due
        next.
      </p>
      <p>
        This is a demo. The people, places and cases are fictional; what you do is kept on this machine. Pick
        a person to see the app as they do.
      </p>
      {ended && <output className={css['ended']}>Your sign-in has ended. Pick a person again.</output>}
      {refusal && <Problem refusal={refusal} />}
      {byOrganisation(demo.people).map(([organisation, people]) => (
        <section key={organisation}>
          <h2>{organisation}</h2>
          <ul className={css['people']}>
            {people.map((person) => (
              <li key={person.id}>
                <button type="button" className={css['person']} onClick={() => void pick(person)}>
                  <strong>{person.name}</strong>
                  <span>{person.roles.map(({ label }) => label).join(', ')}</span>
                  <span className={css['try']}>{person.tryThis}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2>Try the chat</h2>
      <p>{demo.chat}</p>
    </main>
  );
}

const rolesInOrder = Object.keys(roleLabels);

/** Under the organisation of the role they hold first; where a case begins comes first, and larger places before small. */
function byOrganisation(people: readonly DemoPerson[]): (readonly [string, readonly DemoPerson[]])[] {
  const inOrder = people.toSorted((a, b) => place(a) - place(b));
  const names = [...new Set(inOrder.map(organisationOf))];
  const groups = names.map((name) => [name, inOrder.filter((one) => organisationOf(one) === name)] as const);
  return groups.toSorted(
    ([, [a, ...moreA]], [, [b, ...moreB]]) => place(a) - place(b) || moreB.length - moreA.length,
  );
}

const organisationOf = ({ roles }: DemoPerson) => roles[0]?.organisationName ?? 'Without a role today';

/** How early in a case someone comes in, by the order of the roles. */
function place(person: DemoPerson | undefined): number {
  const first = person?.roles[0];
  return first ? rolesInOrder.indexOf(first.role) : rolesInOrder.length;
}
