import './ui/tokens.css';
import './ui/base.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from './app/i18n.js';
import { followLinks } from './app/links.js';
import { Providers } from './app/providers.js';
import { createAppRouter } from './app/router.js';
import { fetchServerNow } from './lib/api.js';
import { createServerClock } from './lib/clock.js';
import { keepFocus } from './lib/keep-focus.js';
import { createLiveStream } from './lib/live.js';
import { startPreferences } from './lib/preferences.js';
import { createQueryClient } from './lib/query-client.js';

async function start(): Promise<void> {
  startPreferences();
  const queryClient = createQueryClient();
  const router = createAppRouter(queryClient);
  // The code and the figures of this page are fetched while its words are.
  const loading = router.load();
  await startI18n();
  const clock = createServerClock(fetchServerNow);
  // After a gap in the stream the events in between are lost to the cache: read the snapshots again.
  const stream = createLiveStream(() => void queryClient.invalidateQueries());
  followLinks(router);
  keepFocus();
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  // What can be read already stays until the page itself can be drawn in its place (app/first-view).
  if (root.hasChildNodes()) await loading;
  createRoot(root).render(
    <StrictMode>
      <Providers queryClient={queryClient} clock={clock} stream={stream}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}

void start();
