/**
 * Stands in for `@rc-component/util/es/Dom/dynamicCSS` in the build (vite.config.ts). The kit's few run-time
 * styles (scroll lock of a dialog, icon base) become constructed style sheets: unlike <style> elements they
 * need neither 'unsafe-inline' nor a nonce under a strict content security policy.
 */
interface Options {
  attachTo?: Element | ShadowRoot;
}

const sheets = new Map<string, CSSStyleSheet>();

/** Sets the rules kept under a key. What is meant for an element outside the page is dropped: kit.css has it. */
export function updateCSS(css: string, key: string, option: Options = {}): HTMLStyleElement {
  const element = document.createElement('style');
  if (option.attachTo && !option.attachTo.isConnected) return element;
  let sheet = sheets.get(key);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheets.set(key, sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(css);
  return element;
}

/** Takes the rules of a key away again. */
export function removeCSS(key: string): void {
  const sheet = sheets.get(key);
  if (!sheet) return;
  sheets.delete(key);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
}

let anonymous = 0;

export function injectCSS(css: string, option?: Options): HTMLStyleElement {
  anonymous += 1;
  return updateCSS(css, `anonymous-${anonymous}`, option);
}

export function clearContainerCache(): void {
  // The original caches containers; sheets have none.
}
