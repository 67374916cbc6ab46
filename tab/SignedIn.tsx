import { useMemo, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { Me } from '../bot/contract/answers.ts';
import { AppLink } from './parts/AppLink.tsx';
import { Frame } from './parts/Frame.tsx';
import { Block, Loading } from './parts/Loading.tsx';
import { Page } from './parts/Page.tsx';
import { Problem } from './parts/Problem.tsx';
import { Reload } from './parts/Reload.tsx';
import { WhoYouAre } from './parts/WhoYouAre.tsx';
import type { Api } from './parts/api.ts';
import { CallerContext, type HeldRole } from './parts/caller.ts';
import { fetched } from './parts/fetched.tsx';
import { noticesPlaceOf, placesOf, roleAt } from './parts/places.ts';
import { stored } from './parts/stored.ts';
import { useAnswer } from './parts/useAnswer.ts';

const HomePage = fetched(() => import('./home/HomePage.tsx'), PageShape);
const IncidentsPage = fetched(() => import('./incidents/IncidentsPage.tsx'), PageShape);
const IncidentPage = fetched(() => import('./incident/IncidentPage.tsx'), PageShape);
const ReportPage = fetched(() => import('./report/ReportPage.tsx'), PageShape);
const ReferralsPage = fetched(() => import('./referrals/ReferralsPage.tsx'), PageShape);
const ReferPage = fetched(() => import('./refer/ReferPage.tsx'), PageShape);
const ReferralPage = fetched(() => import('./referral/ReferralPage.tsx'), PageShape);
const CallsPage = fetched(() => import('./calls/CallsPage.tsx'), PageShape);
const SchedulePage = fetched(() => import('./schedule/SchedulePage.tsx'), PageShape);
const OutcomesPage = fetched(() => import('./outcomes/OutcomesPage.tsx'), PageShape);
const TodayPage = fetched(() => import('./sessions/TodayPage.tsx'), PageShape);
const SessionsPage = fetched(() => import('./sessions/SessionsPage.tsx'), PageShape);
const PanelPage = fetched(() => import('./panel/PanelPage.tsx'), PageShape);
const NextMeetingPage = fetched(() => import('./panel/NextMeetingPage.tsx'), PageShape);
const MeetingPage = fetched(() => import('./meeting/MeetingPage.tsx'), PageShape);
const ItemPage = fetched(() => import('./meeting/ItemPage.tsx'), PageShape);
const AuditPage = fetched(() => import('./audit/AuditPage.tsx'), PageShape);
const MyReportsPage = fetched(() => import('./mine/MyReportsPage.tsx'), PageShape);

/** The app of someone who has signed in: who they are comes first, then their places and pages. */
export default function SignedIn({ api }: { readonly api: Api }) {
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
  const [chosen, setChosen] = useState(() => me.roles.find(stored.isChosen));
  const on = me.roles.find((held) => isSame(held, chosen)) ?? me.roles[0];
  const role = on && roleAt(at, me.roles, on);
  const caller = useMemo(
    () => ({ api, under: role && { role: role.role, organisation: role.organisation } }),
    [api, role],
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
        <Reload key={`${role.role} ${role.organisation}`}>
          <Switch>
            <Route path="/">
              <Redirect to={start} replace />
            </Route>
            <Route path="/home">
              <HomePage me={me} role={role.role} />
            </Route>
            <Route path="/report" component={ReportPage} />
            <Route path="/mine" component={MyReportsPage} />
            <Route path="/incidents" component={IncidentsPage} />
            <Route path="/incidents/:ref">{({ ref }) => <IncidentPage key={ref} reference={ref} />}</Route>
            <Route path="/referrals" component={ReferralsPage} />
            <Route path="/referrals/new" component={ReferPage} />
            <Route path="/referrals/:ref">{({ ref }) => <ReferralPage key={ref} reference={ref} />}</Route>
            <Route path="/calls" component={CallsPage} />
            <Route path="/schedule" component={SchedulePage} />
            <Route path="/outcomes" component={OutcomesPage} />
            <Route path="/today" component={TodayPage} />
            <Route path="/sessions" component={SessionsPage} />
            <Route path="/meetings" component={role.role === 'CPT' ? PanelPage : NextMeetingPage} />
            <Route path="/meetings/:ref">{({ ref }) => <MeetingPage key={ref} reference={ref} />}</Route>
            <Route path="/meetings/items/:ref">{({ ref }) => <ItemPage key={ref} reference={ref} />}</Route>
            <Route path="/audit" component={AuditPage} />
            <Route>
              <NoSuchPage start={start} />
            </Route>
          </Switch>
        </Reload>
      </Frame>
    </CallerContext>
  );
}

function PageShape() {
  return (
    <Loading what="the page">
      <Block height={32} />
      <Block height={72} />
      <Block height={72} />
    </Loading>
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

function NoSuchPage({ start }: { readonly start: string }) {
  return (
    <Page title="There is no such page">
      <p>
        The address may be mistyped. <AppLink to={start}>Go to your first page</AppLink>
      </p>
    </Page>
  );
}

const isSame = (a: HeldRole, b: HeldRole | undefined) =>
  a.role === b?.role && a.organisation === b.organisation;
