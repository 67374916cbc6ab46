/** The two things kept in the browser until its window closes: an opaque token, and which role is switched on. */
import type { Me } from '../../bot/contract/answers.ts';
import type { Under } from '../../bot/contract/commands.ts';

const tokenKey = 'common-ground.token';
const underKey = 'common-ground.under';

export const stored = {
  token: () => sessionStorage.getItem(tokenKey) ?? undefined,
  keepToken: (token: string) => sessionStorage.setItem(tokenKey, token),
  /** The role that is switched on: the one last chosen, else the first held. */
  roleOf: (me: Me) => me.roles.find(isChosen) ?? me.roles[0],
  keepChoice: (under: Under) => sessionStorage.setItem(underKey, written(under)),
  forget() {
    sessionStorage.removeItem(tokenKey);
    sessionStorage.removeItem(underKey);
  },
};

/** The role last chosen is written as role and organisation id. */
function isChosen(under: Under): boolean {
  return sessionStorage.getItem(underKey) === written(under);
}

const written = ({ role, organisation }: Under) => `${role} ${organisation}`;
