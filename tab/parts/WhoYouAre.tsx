import { Select } from '@fluentui/react-components';
import type { Me } from '../../bot/contract/answers.ts';
import type { HeldRole } from './caller.ts';

interface Props {
  readonly me: Me;
  readonly role: HeldRole;
  readonly choose: (role: HeldRole) => void;
}

/** Your name and the role that is switched on; with several roles, the switch itself. */
export function WhoYouAre({ me, role, choose }: Props) {
  if (me.roles.length < 2) {
    return (
      <span>
        {me.name}, {inWords(role)}
      </span>
    );
  }
  return (
    <>
      <span>{me.name}</span>
      <Select
        aria-label="Your role"
        value={keyOf(role)}
        onChange={(_event, { value }) => {
          const chosen = me.roles.find((held) => keyOf(held) === value);
          if (chosen) choose(chosen);
        }}
      >
        {me.roles.map((held) => (
          <option key={keyOf(held)} value={keyOf(held)}>
            {inWords(held)}
          </option>
        ))}
      </Select>
    </>
  );
}

const keyOf = ({ role, organisation }: HeldRole) => `${role} ${organisation}`;
const inWords = ({ label, organisationName, coversFor }: HeldRole) =>
  `${label}, ${organisationName}${coversFor ? `, covering for ${coversFor}` : ''}`;
