import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Me } from '../bot/contract/answers.ts';
import { HideWhenIdle } from './idle/HideWhenIdle.tsx';
import { Pages } from './Pages.tsx';
import { Frame } from './parts/Frame.tsx';
import { Page } from './parts/Page.tsx';
import { PageShape } from './parts/PageShape.tsx';
import { Problem } from './parts/Problem.tsx';
import { Reload } from './parts/Reload.tsx';
import { WhoYouAre } from './parts/WhoYouAre.tsx';
import type { Api } from './parts/api.ts';
import { CallerContext, type HeldRole } from './parts/caller.ts';
import { noticesPlaceOf, placesOf, roleAt } from './parts/places.ts';
import { stored } from './parts/stored.ts';
import { useAnswer } from './parts/useAnswer.ts';

/** The app of someone who has signed in: who they are comes first, then their places and pages. */
export function SignedIn({ api }: { readonly api: Api }) {
  const caller = useMemo(() => ({ api, under: undefined }), [api]);
  return (
    <CallerContext value={caller}>
      <KnowMe api={api} />
    </CallerContext>
  );
}

function KnowMe({ api }: { readonly api: Api }) {
  const { answer: me, refusal, again } = useAnswer('me', {}, { live: true });
  if (me) return <WithRole api={api} me={me} />;
  return (
    <Frame places={[]} notes={{}} who={null}>
      {refusal ? <Problem refusal={refusal} again={again} /> : <PageShape />}
    </Frame>
  );
}

function WithRole({ api, me }: { readonly api: Api; readonly me: Me }) {
  const [at, goTo] = useLocation();
  const [chosen, setChosen] = useState(() => stored.roleOf(me));
  const on = me.roles.find((held) => isSame(held, chosen)) ?? me.roles[0];
  const role = on && roleAt(at, me.roles, on);
  const { role: name, organisation } = role ?? {};
  // The same while the role is: a new answer to "me" must not draw a hidden page again.
  const caller = useMemo(
    () => ({ api, under: name && organisation ? { role: name, organisation } : undefined }),
    [api, name, organisation],
  );
  if (!role) return <NoRole me={me} />;

  function choose(held: HeldRole) {
    stored.keepChoice(held);
    setChosen(held);
    goTo('/');
  }
  const places = placesOf(role.role);
  const noticesAt = noticesPlaceOf(role.role);
  const start = places[0]?.path ?? '/home';
  return (
    <CallerContext value={caller}>
      <Frame
        places={places}
        notes={me.unread > 0 ? { [noticesAt]: `${me.unread} new` } : {}}
        who={<WhoYouAre me={me} role={role} choose={choose} />}
      >
        <HideWhenIdle>
          <Reload key={`${role.role} ${role.organisation}`}>
            <Pages me={me} role={role.role} start={start} />
          </Reload>
        </HideWhenIdle>
      </Frame>
    </CallerContext>
  );
}

function NoRole({ me }: { readonly me: Me }) {
  return (
    <Frame places={[]} notes={{}} who={<span>{me.name}</span>}>
      <Page title="You have no role today">
        <p>Ask your administrator to give you one. When they have, open this page again.</p>
      </Page>
    </Frame>
  );
}

const isSame = (a: HeldRole, b: HeldRole | undefined) =>
  a.role === b?.role && a.organisation === b.organisation;
