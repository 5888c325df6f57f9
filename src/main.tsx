import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApp } from './state/app/app';
import { browserDependencies } from './state/platform/browser-dependencies';
import { DATASET_URL, NETWORK_URLS, SERVICE_WORKER_URL } from './state/platform/locations';
import { App } from './ui/App';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element "root".');

const app = createApp(
  browserDependencies({ datasetUrl: DATASET_URL, networkUrls: NETWORK_URLS }, SERVICE_WORKER_URL),
);
// For the console and for tests that look at the stores from outside.
Object.assign(window, { weightless: app });
app.start();
createRoot(root).render(
  <StrictMode>
    <App app={app} />
  </StrictMode>,
);
