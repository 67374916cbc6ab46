/** The two things kept in the browser until its window closes: an opaque token, and which role is switched on. */
import type { Under } from '../../bot/contract/commands.ts';

const tokenKey = 'common-ground.token';
const underKey = 'common-ground.under';

export const stored = {
  token: () => sessionStorage.getItem(tokenKey) ?? undefined,
  keepToken: (token: string) => sessionStorage.setItem(tokenKey, token),
  /** The role last chosen, written as role and organisation id. */
  isChosen: (under: Under) => sessionStorage.getItem(underKey) === written(under),
  keepChoice: (under: Under) => sessionStorage.setItem(underKey, written(under)),
  forget() {
    sessionStorage.removeItem(tokenKey);
    sessionStorage.removeItem(underKey);
  },
};

const written = ({ role, organisation }: Under) => `${role} ${organisation}`;
