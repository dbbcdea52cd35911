import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { firstView } from './first-view.plugin.js';

/**
 * Conservative on purpose: office machines run Chromium forks of several years' age, so the syntax
 * stops at ES2020 and the CSS at what Chromium 87 reads (no nesting, no container queries).
 */
const oldestBrowsers = ['es2020', 'chrome87', 'edge88', 'firefox78', 'safari14'];

const adoptedCss = fileURLToPath(new URL('src/app/console/adopted-css.ts', import.meta.url));

/** Lets the kit's run-time styles pass a strict content security policy; see adopted-css.ts. */
const styleByAdoption: Plugin = {
  name: 'muheng:style-by-adoption',
  enforce: 'pre',
  apply: 'build',
  load: (id) =>
    /@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/.test(id)
      ? `export * from ${JSON.stringify(adoptedCss)};`
      : null,
};

export default defineConfig({
  plugins: [react(), styleByAdoption, firstView(oldestBrowsers)],
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } },
  },
  preview: { host: '127.0.0.1' },
  build: {
    target: oldestBrowsers,
    cssTarget: ['chrome87', 'safari14'],
    outDir: 'dist',
    sourcemap: false,
    // The strict content security policy allows scripts and styles from the same origin only:
    // nothing is inlined, neither the module preload polyfill nor small assets as data: URLs.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
