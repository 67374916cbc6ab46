import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { pathOf } from '../parts/paths.ts';
import { Problem } from '../parts/Problem.tsx';
import { Reload } from '../parts/Reload.tsx';
import { createApi } from '../parts/api.ts';
import { enterTeams } from '../parts/teams.ts';
import type { ThemeName } from '../parts/theme.ts';
import { SignedIn } from '../SignedIn.tsx';
import { Entering } from './Entering.tsx';
import css from './signIn.module.css';

interface Props {
  readonly onTheme: (theme: ThemeName) => void;
}

/** The way in inside Teams: the host says who you are, which theme it shows and which record was asked for. */
export function TeamsEntrance({ onTheme }: Props) {
  const [, goTo] = useLocation();
  const teams = useQuery({
    queryKey: ['teams'],
    queryFn: async () => {
      const { api, subPage } = await signInWithTeams(onTheme);
      if (subPage) goTo(pathOf(encodeURIComponent(subPage)));
      return api;
    },
    staleTime: 'static',
    gcTime: Infinity,
    retry: false,
  });

  return (
    <Reload>
      {teams.data ? (
        <SignedIn api={teams.data} />
      ) : teams.isError && !teams.isFetching ? (
        <NotSignedIn again={() => void teams.refetch()} />
      ) : (
        <Entering />
      )}
    </Reload>
  );
}

/** The token stays in memory. Teams is asked for a new one when the server no longer takes it. */
async function signInWithTeams(onTheme: (theme: ThemeName) => void) {
  const host = await enterTeams(onTheme);
  onTheme(host.theme);
  let token = await host.token();
  const api = createApi({
    token: () => token,
    renew: async () => {
      const before = token;
      token = await host.token().catch(() => before);
      return token !== before;
    },
  });
  return { api, subPage: host.subPage };
}

function NotSignedIn({ again }: { readonly again: () => void }) {
  return (
    <main className={css['plain']}>
      <h1>Common Ground</h1>
      <Problem
        refusal={{
          code: 'busy',
          message:
            'Teams did not sign you in to Common Ground. Try again. If it happens again, ask your administrator to allow the app for you.',
        }}
        again={again}
      />
    </main>
  );
}
