import { Redirect, Route, Switch } from 'wouter';
import type { Me } from '../bot/contract/answers.ts';
import type { Role } from '../bot/contract/roles.ts';
import { HomePage } from './home/HomePage.tsx';
import { AppLink } from './parts/AppLink.tsx';
import { Page } from './parts/Page.tsx';
import { PageShape } from './parts/PageShape.tsx';
import { fetched } from './parts/fetched.tsx';

const IncidentsPage = fetched(() => import('./incidents/IncidentsPage.tsx'), PageShape);
const IncidentPage = fetched(() => import('./incident/IncidentPage.tsx'), PageShape);
const ReportPage = fetched(() => import('./report/ReportPage.tsx'), PageShape);
const ReferralsPage = fetched(() => import('./referrals/ReferralsPage.tsx'), PageShape);
const ReferPage = fetched(() => import('./refer/ReferPage.tsx'), PageShape);
const ReferralPage = fetched(() => import('./referral/ReferralPage.tsx'), PageShape);
const PlacementsPage = fetched(() => import('./placements/PlacementsPage.tsx'), PageShape);
const OpenPage = fetched(() => import('./placements/OpenPage.tsx'), PageShape);
const PlacementPage = fetched(() => import('./placement/PlacementPage.tsx'), PageShape);
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
const RetentionPage = fetched(() => import('./retention/RetentionPage.tsx'), PageShape);
const RecordPage = fetched(() => import('./retention/RecordPage.tsx'), PageShape);
const RequestsPage = fetched(() => import('./subjectAccess/RequestsPage.tsx'), PageShape);
const RequestPage = fetched(() => import('./subjectAccess/RequestPage.tsx'), PageShape);
const PeoplePage = fetched(() => import('./people/PeoplePage.tsx'), PageShape);
const PlacesPage = fetched(() => import('./directory/PlacesPage.tsx'), PageShape);
const ImportPage = fetched(() => import('./import/ImportPage.tsx'), PageShape);
const MyReportsPage = fetched(() => import('./mine/MyReportsPage.tsx'), PageShape);

interface Props {
  readonly me: Me;
  readonly role: Role;
  /** Where this role begins. */
  readonly start: string;
}

/** Every page by its address. All but Home arrive when they are first opened. */
export function Pages({ me, role, start }: Props) {
  return (
    <Switch>
      <Route path="/">
        <Redirect to={start} replace />
      </Route>
      <Route path="/home">
        <HomePage me={me} role={role} />
      </Route>
      <Route path="/report" component={ReportPage} />
      <Route path="/mine" component={MyReportsPage} />
      <Route path="/incidents" component={IncidentsPage} />
      <Route path="/incidents/:ref">{({ ref }) => <IncidentPage key={ref} reference={ref} />}</Route>
      <Route path="/referrals" component={ReferralsPage} />
      <Route path="/referrals/new">
        <ReferPage />
      </Route>
      <Route path="/referrals/:ref">{({ ref }) => <ReferralPage key={ref} reference={ref} />}</Route>
      <Route path="/placements">
        <PlacementsPage role={role} />
      </Route>
      <Route path="/placements/new" component={OpenPage} />
      <Route path="/placements/:ref">{({ ref }) => <PlacementPage key={ref} reference={ref} />}</Route>
      <Route path="/placements/:ref/refer">{({ ref }) => <ReferPage key={ref} placement={ref} />}</Route>
      <Route path="/calls" component={CallsPage} />
      <Route path="/schedule" component={SchedulePage} />
      <Route path="/outcomes" component={OutcomesPage} />
      <Route path="/today" component={TodayPage} />
      <Route path="/sessions" component={SessionsPage} />
      <Route path="/meetings" component={role === 'CPT' ? PanelPage : NextMeetingPage} />
      <Route path="/meetings/:ref">{({ ref }) => <MeetingPage key={ref} reference={ref} />}</Route>
      <Route path="/meetings/items/:ref">{({ ref }) => <ItemPage key={ref} reference={ref} />}</Route>
      <Route path="/audit" component={AuditPage} />
      <Route path="/retention" component={RetentionPage} />
      <Route path="/retention/:ref">{({ ref }) => <RecordPage key={ref} reference={ref} />}</Route>
      <Route path="/subject-access" component={RequestsPage} />
      <Route path="/subject-access/:ref">{({ ref }) => <RequestPage key={ref} reference={ref} />}</Route>
      <Route path="/people" component={PeoplePage} />
      <Route path="/places" component={PlacesPage} />
      <Route path="/import" component={ImportPage} />
      <Route>
        <NoSuchPage start={start} />
      </Route>
    </Switch>
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
