// First, so that every component's own stylesheet comes after, and wins.
import './mantine.css';
import './global.css';

import { Alert, Button, Group, MantineProvider } from '@mantine/core';
import { BrainCircuit, ChartSpline, Heart, ListVideo, Presentation, ThumbsUp } from 'lucide-react';
import { Redirect, Route, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useStore } from 'zustand';
import type { App as AppStores } from '../state/app/app';
import type { ProfilesState } from '../state/profile/people-parts';
import { reloadPage } from '../words/en/frame/rescue';
import * as titles from '../words/en/frame/titles';
import * as words from '../words/en/start/stage';
import { AppProvider, useApp, useKept, useModel } from './common/app-context';
import { EmptyView, LoadingView } from './common/StateViews';
import { AppFrame } from './frame/AppFrame';
import { ErrorBoundary } from './frame/ErrorBoundary';
import { Foot } from './frame/Foot';
import { LateScreen, lateCode } from './frame/LateScreen';
import type { NavigationItem } from './frame/Navigation';
import { Notices } from './frame/Notices';
import { ProfileMenu } from './frame/ProfileMenu';
import { RescueView } from './frame/RescueView';
import { StorageIndicator } from './frame/StorageIndicator';
import { PaletteHost } from './palette/PaletteHost';
import { RateScreen } from './rate/RateScreen';
import { cssVariablesResolver, theme } from './theme';

const SCREENS: NavigationItem[] = [
  { path: '/rate', label: titles.rate, icon: ThumbsUp },
  { path: '/for-you', label: titles.forYou, icon: Heart, also: '/want-to-see' },
  { path: '/my-ratings', label: titles.myRatings, icon: ListVideo },
  { path: '/my-model', label: titles.myModel, icon: BrainCircuit },
  { path: '/compare', label: titles.compare, icon: ChartSpline },
  { path: '/talk', label: titles.talk, icon: Presentation, wideOnly: true },
];

/** The whole list stands beside the first screen, which does without. */
const forYou = lateCode(async () => (await import('./recommend/ForYouScreen')).ForYouScreen);
const wantToSee = lateCode(async () => (await import('./recommend/wanted/WantToSeeScreen')).WantToSeeScreen);
/** So does what is told of one film. */
const film = lateCode(async () => (await import('./film/FilmScreen')).FilmScreen);
/** Charts, the evaluation and its worker are not part of the first load. */
const compare = lateCode(async () => (await import('./compare/CompareScreen')).CompareScreen);
/** Neither is the network's picture, nor what only a speaker needs. */
const myModel = lateCode(async () => (await import('./model/MyModelScreen')).MyModelScreen);
const talk = lateCode(async () => (await import('./talk/TalkScreen')).TalkScreen);
const notes = lateCode(async () => (await import('./talk/notes/NotesScreen')).NotesScreen);
/** Nor what is read once. */
const about = lateCode(async () => (await import('./about/AboutScreen')).AboutScreen);
/** Nor what one takes along. */
const yourData = lateCode(async () => (await import('./your-data/YourDataScreen')).YourDataScreen);
/** Nor what was said before. */
const myRatings = lateCode(async () => (await import('./ratings/MyRatingsScreen')).MyRatingsScreen);
const history = lateCode(async () => (await import('./ratings/history/HistoryScreen')).HistoryScreen);
const bringing = lateCode(async () => (await import('./import/ImportScreen')).ImportScreen);
/** Nor what is asked when somebody is gone. */
const personQuestion = lateCode(async () => (await import('./people/PersonQuestion')).PersonQuestion);

const ForYou = () => <LateScreen code={forYou} what={words.openingList} />;
const WantToSee = () => <LateScreen code={wantToSee} what={words.openingList} />;
const Film = () => <LateScreen code={film} what={words.openingFilm} />;
const Compare = () => <LateScreen code={compare} what={words.openingComparison} />;
const MyRatings = () => <LateScreen code={myRatings} what={words.openingRatings} />;
const History = () => <LateScreen code={history} what={words.openingHistory} />;
const YourData = () => <LateScreen code={yourData} />;
const Bringing = () => <LateScreen code={bringing} what={words.openingImport} />;
const MyModel = () => <LateScreen code={myModel} what={words.openingModel} />;
const Talk = () => <LateScreen code={talk} what={words.openingTalk} />;
const About = () => <LateScreen code={about} />;
const TalkNotes = () => <LateScreen code={notes} what={words.openingNotes} />;

function Screens() {
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/rate" replace />
      </Route>
      <Route path="/rate" component={RateScreen} />
      <Route path="/for-you" component={ForYou} />
      <Route path="/want-to-see" component={WantToSee} />
      <Route path="/film/:movieId" component={Film} />
      <Route path="/my-ratings" component={MyRatings} />
      <Route path="/my-ratings/history" component={History} />
      <Route path="/your-data" component={YourData} />
      <Route path="/my-model" component={MyModel} />
      <Route path="/your-data/import" component={Bringing} />
      <Route path="/compare" component={Compare} />
      <Route path="/talk" component={Talk} />
      <Route path="/talk/notes" component={TalkNotes} />
      <Route path="/about" component={About} />
      <Route>
        <EmptyView
          order={1}
          title={titles.noSuchPage}
          message={words.noSuchPageMore}
          action={{ label: words.rateFilms, onClick: () => window.location.assign('#/rate') }}
        />
      </Route>
    </Switch>
  );
}

/** Whether a person has to say who rates before anything else can be done. */
const isAsking = ({ gone, activeId, orphans }: ProfilesState) =>
  gone !== null || (activeId === null && orphans.length > 0);

const RELOAD = { label: reloadPage, onClick: () => window.location.reload() };

/** What has not come for long, by what is waited for. It goes on by itself should it come after all. */
const OVERDUE = {
  storage: words.overdueStorage,
  data: words.overdueFilms,
  ratings: words.overdueRatings,
};

function OverdueView({ awaited }: { awaited: keyof typeof OVERDUE }) {
  const app = useApp();
  const retry = useStore(app.session, (state) => state.retry);
  const without = { label: words.goWithout, onClick: app.keeping.goWithout };
  return (
    <RescueView
      title={words.overdue}
      message={OVERDUE[awaited]}
      actions={awaited === 'data' ? [{ label: words.tryAgain, onClick: retry }, RELOAD] : [RELOAD, without]}
    />
  );
}

/** The same of the films where some can be judged without: what is done meanwhile is not taken away. */
function OverdueFilms() {
  const retry = useStore(useApp().session, (state) => state.retry);
  return (
    <Alert color="amber" mb="md" role="alert" title={words.overdue}>
      <Group justify="space-between">
        {words.overdueFilmsGoOn}
        <Button size="xs" variant="default" onClick={retry}>
          {words.tryAgain}
        </Button>
      </Group>
    </Alert>
  );
}

/** Screens once data and profile are there; before that, what is being waited for or what went wrong. */
function Stage() {
  const app = useApp();
  const status = useStore(app.session, (state) => state.status);
  const retry = useStore(app.session, (state) => state.retry);
  const phase = useModel((state) => state.phase);
  const message = useModel((state) => state.message);
  const reopen = useModel((state) => state.reopen);
  const asks = useStore(app.profiles, isAsking);
  const [location] = useHashLocation();
  const kept = useKept();
  const overdue = useStore(app.session, (state) => state.overdue);
  const early = useStore(app.early, ({ films }) => films.length > 0);

  if (status.phase === 'failed') {
    return (
      <RescueView
        title={words.cannotStart}
        message={status.message}
        details={status.details}
        actions={[
          { label: words.tryAgain, onClick: retry },
          RELOAD,
          ...(status.ofStorage ? [{ label: words.goWithout, onClick: app.keeping.goWithout }] : []),
        ]}
      />
    );
  }
  // A talk touches nobody's ratings, and is not stopped before its audience.
  const talks = location.startsWith('/talk');
  // The first film is there before all others; the screen that asks of it shows itself at once.
  const asksOfFilms = !asks && (location === '/' || location === '' || location.startsWith('/rate'));
  const goesOn = overdue === 'data' && asksOfFilms && early;
  if (overdue && !goesOn) return <OverdueView awaited={overdue} />;
  if (asks && status.phase === 'ready' && !talks) {
    return (
      <ErrorBoundary kept={kept}>
        <LateScreen code={personQuestion} what={words.loading} />
      </ErrorBoundary>
    );
  }
  if (phase === 'failed') {
    return (
      <RescueView
        title={words.ratingsUnread}
        message={message ?? words.noReason}
        actions={[{ label: words.tryAgain, onClick: reopen }]}
      />
    );
  }
  const ready = status.phase === 'ready' && (phase === 'ready' || (asks && talks));
  if (!ready && !asksOfFilms) return <LoadingView what={words.loadingFilms} />;
  return (
    <>
      {goesOn && <OverdueFilms />}
      <ErrorBoundary kept={kept}>
        <Screens />
      </ErrorBoundary>
    </>
  );
}

function Tools() {
  const app = useApp();
  const asks = useStore(app.profiles, isAsking);
  return asks ? null : <ProfileMenu />;
}

/** The whole page, for everyone: theme, frame, notices, and the screen that the address names. */
export function App({ app }: { app: AppStores }) {
  const [location] = useHashLocation();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      // A stage is dark, whatever the device says.
      forceColorScheme={location.split('?')[0] === '/talk' ? 'dark' : undefined}
    >
      <AppProvider app={app}>
        <PaletteHost>
          <AppFrame items={SCREENS} profile={<Tools />} storage={<StorageIndicator />}>
            <Notices />
            <Stage />
            <Foot />
          </AppFrame>
        </PaletteHost>
      </AppProvider>
    </MantineProvider>
  );
}
