import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import { BrainCircuit, ChartSpline, Heart, ListVideo, Presentation, ThumbsUp } from 'lucide-react';
import { type ComponentType, lazy, Suspense } from 'react';
import { Link, Redirect, Route, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useStore } from 'zustand';
import type { App as AppStores } from '../state/app/app';
import { AboutScreen } from './about/AboutScreen';
import { AppFrame, type NavigationItem } from './common/AppFrame';
import { AppProvider, useApp, useModel } from './common/app-context';
import { ErrorBoundary } from './common/ErrorBoundary';
import './common/global.css';
import { Notices } from './common/Notices';
import { ProfileMenu } from './common/ProfileMenu';
import { EmptyView, ErrorView, LoadingView } from './common/StateViews';
import { StorageIndicator } from './common/StorageIndicator';
import { cssVariablesResolver, theme } from './common/theme';
import { RateScreen } from './rate/RateScreen';
import { ForYouScreen } from './recommend/ForYouScreen';

const SCREENS: NavigationItem[] = [
  { path: '/rate', label: 'Rate', icon: ThumbsUp },
  { path: '/for-you', label: 'For you', icon: Heart },
  { path: '/my-ratings', label: 'My ratings', icon: ListVideo },
  { path: '/my-model', label: 'My model', icon: BrainCircuit },
  { path: '/compare', label: 'Compare', icon: ChartSpline },
  { path: '/talk', label: 'Talk', icon: Presentation, wideOnly: true },
];

/** Charts, the evaluation and its worker are not part of the first load. */
const CompareScreen = lazy(async () => ({
  default: (await import('./compare/CompareScreen')).CompareScreen,
}));

/** Neither is the network's picture, nor what only a speaker needs. */
const MyModelScreen = lazy(async () => ({ default: (await import('./model/MyModelScreen')).MyModelScreen }));
const TalkScreen = lazy(async () => ({ default: (await import('./talk/TalkScreen')).TalkScreen }));
const NotesScreen = lazy(async () => ({ default: (await import('./talk/NotesScreen')).NotesScreen }));

/** Nor what was said before. */
const MyRatingsScreen = lazy(async () => ({
  default: (await import('./ratings/MyRatingsScreen')).MyRatingsScreen,
}));
const HistoryScreen = lazy(async () => ({
  default: (await import('./ratings/HistoryScreen')).HistoryScreen,
}));

const waitingFor = (what: string, Screen: ComponentType) => () => (
  <Suspense fallback={<LoadingView what={what} />}>
    <Screen />
  </Suspense>
);
const Compare = waitingFor('Opening the comparison', CompareScreen);
const MyRatings = waitingFor('Opening your ratings', MyRatingsScreen);
const History = waitingFor('Opening your history', HistoryScreen);
const MyModel = waitingFor('Opening your model', MyModelScreen);
const Talk = waitingFor('Opening the talk', TalkScreen);
const TalkNotes = waitingFor('Opening the notes', NotesScreen);

function Screens() {
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/rate" replace />
      </Route>
      <Route path="/rate" component={RateScreen} />
      <Route path="/for-you" component={ForYouScreen} />
      <Route path="/my-ratings" component={MyRatings} />
      <Route path="/my-ratings/history" component={History} />
      <Route path="/my-model" component={MyModel} />
      <Route path="/compare" component={Compare} />
      <Route path="/talk" component={Talk} />
      <Route path="/talk/notes" component={TalkNotes} />
      <Route path="/about" component={AboutScreen} />
      <Route>
        <EmptyView
          title="No such page"
          message="The address leads nowhere. Your ratings are where they were."
          action={{ label: 'Rate films', onClick: () => window.location.assign('#/rate') }}
        />
      </Route>
    </Switch>
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

  if (status.phase === 'failed') {
    return (
      <ErrorView
        title="Weightless cannot start"
        message={status.message}
        actions={[
          { label: 'Try again', onClick: retry },
          { label: 'Reload the page', onClick: () => window.location.reload() },
        ]}
      />
    );
  }
  if (phase === 'failed') {
    return (
      <ErrorView
        title="Your ratings cannot be read"
        message={message ?? 'The browser did not say why.'}
        actions={[{ label: 'Try again', onClick: reopen }]}
      />
    );
  }
  if (status.phase === 'loading' || phase !== 'ready') return <LoadingView what="Loading the films" />;
  return (
    <ErrorBoundary>
      <Screens />
    </ErrorBoundary>
  );
}

function Foot() {
  return (
    <footer className="app-foot">
      Films and ratings: MovieLens and TMDB. Everything you do stays on this device.{' '}
      <Link href="/about" className="quiet-link">
        About
      </Link>
    </footer>
  );
}

function Tools() {
  const ready = useStore(useApp().session, (state) => state.status.phase === 'ready');
  return ready ? <ProfileMenu /> : null;
}

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
        <AppFrame items={SCREENS} profile={<Tools />} storage={<StorageIndicator />}>
          <Notices />
          <Stage />
          <Foot />
        </AppFrame>
      </AppProvider>
    </MantineProvider>
  );
}
