import { Button } from '@fluentui/react-components';
import type { PersonPage } from '../../bot/contract/peopleAnswers.ts';
import type { HeldRole, Step } from './step.ts';
import css from '../parts/list.module.css';
import own from './people.module.css';

interface Props {
  readonly page: PersonPage;
  readonly start: (step: Step) => void;
}

const groups = [
  { when: 'now', title: 'Roles now' },
  { when: 'coming', title: 'Roles to come' },
  { when: 'past', title: 'Past roles' },
] as const;

/** Roles as they are in force; those that are over can no more be changed. */
export function Roles({ page, start }: Props) {
  const shown = groups
    .map((group) => ({ ...group, roles: page.roles.filter(({ when }) => when === group.when) }))
    .filter(({ when, roles }) => when === 'now' || roles.length > 0);
  return shown.map(({ when, title, roles }) => (
    <section key={when} aria-labelledby={`roles-${when}`}>
      <h3 id={`roles-${when}`}>{title}</h3>
      {roles.length === 0 && (
        <p className={css['empty']}>None today. Until they have one, nothing is open to {page.name}.</p>
      )}
      <ul className={own['roles']}>
        {roles.map((role) => (
          <li key={role.grant}>
            <div>
              <p>
                <strong>{role.label}</strong>, {role.organisationName}
                {role.coversFor && `, covering for ${role.coversFor}`}
              </p>
              <p className={css['under']}>
                {role.areaName}, {role.days}
              </p>
              {role.coveredBy.map(({ name, days }) => (
                <p key={`${name} ${days}`} className={css['under']}>
                  Covered by {name} {days}
                </p>
              ))}
            </div>
            {when !== 'past' && <RoleSteps role={role} start={start} />}
          </li>
        ))}
      </ul>
    </section>
  ));
}

function RoleSteps({ role, start }: { readonly role: HeldRole; readonly start: (step: Step) => void }) {
  const which = `${role.label}, ${role.organisationName}`;
  return (
    <div>
      <Button aria-label={`Cover for ${which}`} onClick={() => start({ do: 'cover', role })}>
        Cover
      </Button>{' '}
      <Button aria-label={`End ${which}`} onClick={() => start({ do: 'end', role })}>
        End
      </Button>
    </div>
  );
}
