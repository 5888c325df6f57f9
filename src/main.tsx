import './ui/first-task';
import './ui/next-task';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createApp } from './state/app/app';
import { attempt } from './state/platform/attempt';
import { browserDependencies } from './state/platform/browser-dependencies';
import { DATASET_URLS, NETWORK_URLS, SERVICE_WORKER_URL } from './state/platform/locations';
import { App } from './ui/App';
import { loadFonts } from './ui/fonts';
import { afterFirstFilm } from './ui/rate/first-film';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element "root".');

const app = createApp(
  browserDependencies({ datasetUrls: DATASET_URLS, networkUrls: NETWORK_URLS }, SERVICE_WORKER_URL),
);
// For the console and for tests that look at the stores from outside.
Object.assign(window, { weightless: app });
app.start();
// In place already where the app was installed; over a line, the first film goes first, or what a screen without one stands on.
if (attempt(() => navigator.serviceWorker?.controller)) void loadFonts();
else {
  afterFirstFilm(() => void loadFonts());
  app.session.subscribe(({ status }) => {
    if (status.phase !== 'loading') void loadFonts();
  });
}
// The first screen has an address like all others; told before, it is drawn once instead of twice.
if (/^#?\/?$/.test(location.hash)) history.replaceState(history.state, '', '#/rate');
// After a pause, in which the storage is opened, and in slices: the browser can draw and hear in between.
setTimeout(() => {
  startTransition(() => {
    createRoot(root).render(
      <StrictMode>
        <App app={app} />
      </StrictMode>,
    );
  });
});
