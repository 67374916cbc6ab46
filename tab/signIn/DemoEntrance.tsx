import { useEffect, useMemo, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { DemoBar } from '../parts/DemoBar.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Reload } from '../parts/Reload.tsx';
import { createApi, refusalOf } from '../parts/api.ts';
import { fetched } from '../parts/fetched.tsx';
import { askDemo } from '../parts/demoApi.ts';
import { stored } from '../parts/stored.ts';
import { SignedIn } from '../SignedIn.tsx';
import { Entering } from './Entering.tsx';
import { Opening } from './Opening.tsx';
import css from './signIn.module.css';

/** Milliseconds in which the answers of one page come in: the clock is asked for once with all of them. */
const clockStaleAfter = 2_000;

const PickPerson = fetched(() => import('./PickPerson.tsx'), Opening);

/** The way in outside Teams: in demo mode a person is picked; anywhere else the app lives in Teams. */
export function DemoEntrance() {
  const client = useQueryClient();
  const [, goTo] = useLocation();
  const [token, setToken] = useState(stored.token);
  const [ended, setEnded] = useState(false);
  const demo = useQuery({
    queryKey: ['demo'],
    queryFn: async () => (await askDemo()) ?? null,
    staleTime: clockStaleAfter,
    refetchInterval: 60_000,
  });
  useEffect(() => {
    // Elsewhere the clock may have been set: what the answers say and what the bar says belong to one time.
    const cache = client.getQueryCache();
    return cache.subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success' || event.query.queryKey[0] === 'demo')
        return;
      void client.refetchQueries({ queryKey: ['demo'], stale: true }, { cancelRefetch: false });
    });
  }, [client]);

  const api = useMemo(() => {
    const signedOutByServer = async () => {
      stored.forget();
      setToken(undefined);
      setEnded(true);
      return false;
    };
    return createApi({ token: () => token, renew: signedOutByServer });
  }, [token]);

  function enter(fresh: string) {
    forgetAnswers();
    stored.keepToken(fresh);
    setEnded(false);
    setToken(fresh);
  }
  function switchPerson() {
    stored.forget();
    forgetAnswers();
    setToken(undefined);
    goTo('/');
  }

  /** What one person was shown is not for the next. */
  function forgetAnswers() {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'demo' });
  }

  if (demo.data === null) return <OpenInTeams />;
  return (
    <Reload>
      {token && demo.data ? (
        <>
          <DemoBar now={demo.data.now} switchPerson={switchPerson} />
          <SignedIn key={token} api={api} />
        </>
      ) : demo.data ? (
        <PickPerson demo={demo.data} ended={ended} enter={enter} />
      ) : demo.error ? (
        <main className={css['plain']}>
          <h1>Common Ground</h1>
          <Problem refusal={refusalOf(demo.error)} again={() => void demo.refetch()} />
        </main>
      ) : token ? (
        <Entering />
      ) : (
        <Opening />
      )}
    </Reload>
  );
}

function OpenInTeams() {
  return (
    <main className={css['plain']}>
      <h1>Common Ground</h1>
      <p>
        Common Ground is part of Microsoft Teams. Open Teams, choose Apps, then Common Ground. If you do not
        find it there, ask your administrator to add it for you.
      </p>
    </main>
  );
}
