import type { AnyRouter } from '@tanstack/react-router';

const plainClick = (event: MouseEvent): boolean =>
  event.button === 0 &&
  !event.defaultPrevented &&
  !event.metaKey &&
  !event.ctrlKey &&
  !event.shiftKey &&
  !event.altKey;

/**
 * Lets every plain `<a href>` of this site go through the router, so that shared components need not know it.
 * Files, downloads, other origins and the API stay with the browser.
 */
export function followLinks(router: AnyRouter): void {
  document.addEventListener('click', (event) => {
    if (!plainClick(event) || !(event.target instanceof Element)) return;
    const anchor = event.target.closest('a');
    if (!anchor || anchor.target !== '' || anchor.hasAttribute('download')) return;
    const url = new URL(anchor.href, window.location.href);
    if (url.origin !== window.location.origin || /^\/(api|docs|admin)(\/|$)/.test(url.pathname)) return;
    if (url.pathname === window.location.pathname && url.hash !== '') return;
    event.preventDefault();
    router.history.push(`${url.pathname}${url.search}${url.hash}`);
    window.scrollTo(0, 0);
  });
}
