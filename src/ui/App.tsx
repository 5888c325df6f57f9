// First, so that every component's own stylesheet comes after, and wins.
import '@mantine/core/styles.css';
import './global.css';

import { MantineProvider } from '@mantine/core';
import { BrainCircuit, ChartSpline, Heart, ListVideo, Presentation, ThumbsUp } from 'lucide-react';
import { type ComponentType, lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useStore } from 'zustand';
import type { App as AppStores } from '../state/app/app';
import { AppProvider, useApp, useModel } from './common/app-context';
import { EmptyView, ErrorView, LoadingView } from './common/StateViews';
import { AppFrame } from './frame/AppFrame';
import { ErrorBoundary } from './frame/ErrorBoundary';
import { Foot } from './frame/Foot';
import type { NavigationItem } from './frame/Navigation';
import { Notices } from './frame/Notices';
import { ProfileMenu } from './frame/ProfileMenu';
import { StorageIndicator } from './frame/StorageIndicator';
import { RateScreen } from './rate/RateScreen';
import { ForYouScreen } from './recommend/ForYouScreen';
import { cssVariablesResolver, theme } from './theme';

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
const NotesScreen = lazy(async () => ({ default: (await import('./talk/notes/NotesScreen')).NotesScreen }));

/** Nor what is read once. */
const AboutScreen = lazy(async () => ({ default: (await import('./about/AboutScreen')).AboutScreen }));

/** Nor what was said before. */
const MyRatingsScreen = lazy(async () => ({
  default: (await import('./ratings/MyRatingsScreen')).MyRatingsScreen,
}));
const HistoryScreen = lazy(async () => ({
  default: (await import('./ratings/history/HistoryScreen')).HistoryScreen,
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
const About = () => (
  <Suspense>
    <AboutScreen />
  </Suspense>
);
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
      <Route path="/about" component={About} />
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

function Tools() {
  const ready = useStore(useApp().session, (state) => state.status.phase === 'ready');
  return ready ? <ProfileMenu /> : null;
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
        <AppFrame items={SCREENS} profile={<Tools />} storage={<StorageIndicator />}>
          <Notices />
          <Stage />
          <Foot />
        </AppFrame>
      </AppProvider>
    </MantineProvider>
  );
}
