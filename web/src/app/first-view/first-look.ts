import { keptPreferences, wearLook } from '../../lib/look.js';

/**
 * Runs in the head of the front page, before anything is drawn: the first view is then seen in the reader's language,
 * theme and size. The page's own code starts once that view is on the screen, and not while it could be.
 */
wearLook(keptPreferences());

const entry = document.currentScript?.dataset['entry'];
const start = (): void => {
  if (entry) void import(/* @vite-ignore */ entry);
};
// Nobody looks at a hidden page, and none is drawn: it starts at once.
if (document.visibilityState === 'hidden') start();
else window.requestAnimationFrame(() => window.setTimeout(start));
