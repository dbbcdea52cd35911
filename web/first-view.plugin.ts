import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type BuildEnvironmentOptions, type Plugin, type Rolldown } from 'vite';

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

type Bundle = Rolldown.OutputBundle;

/** The scripts and styles that a module of the source needs, and all that these need. */
function needsOf(bundle: Bundle, module: string): { scripts: string[]; styles: string[] } {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const visit = (fileName: string): void => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || scripts.has(fileName)) return;
    scripts.add(fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
    for (const needed of chunk.imports) visit(needed);
  };
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && chunk.facadeModuleId === module) visit(chunk.fileName);
  if (scripts.size === 0) throw new Error(`no chunk of ${module}`);
  return { scripts: [...scripts], styles: [...styles] };
}

/** Classes of the first view are those of the page's own styles, or it would stand there naked. */
function requireStyled(view: string, styles: string): void {
  const classes = new Set(
    [...view.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
  );
  const naked = [...classes].filter((name) => name !== '' && !styles.includes(`.${name}`));
  if (naked.length > 0) throw new Error(`the first view has classes without a style: ${naked.join(', ')}`);
}

/** One module of the source, built by itself. */
async function built(options: BuildEnvironmentOptions): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, ...options },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk =
    output && 'output' in output ? output.output.find((each) => each.type === 'chunk') : undefined;
  if (!chunk) throw new Error('nothing was built');
  return chunk.code;
}

const firstLookScript = (target: string[]): Promise<string> =>
  built({
    target,
    lib: { entry: source('app/first-view/first-look.ts'), formats: ['iife'], name: 'firstLook' },
  });

type Drawing = typeof import('./src/app/first-view/first-view.js');

async function firstDrawing(dir: string): Promise<Drawing> {
  const file = join(dir, '.first-view.mjs');
  writeFileSync(file, await built({ ssr: source('app/first-view/first-view.tsx') }));
  try {
    return (await import(pathToFileURL(file).href)) as Drawing;
  } finally {
    rmSync(file);
  }
}

const once = (html: string, pattern: RegExp, text: string): string => {
  if (!pattern.test(html)) throw new Error(`index.html has no ${pattern.source}`);
  return html.replace(pattern, () => text);
};

/**
 * Writes `home.html`, the page at `/`: its words stand in it and are read before any script has run (docs/decisions/116).
 * Everything else is served `index.html`.
 */
export function firstView(target: string[]): Plugin {
  return {
    name: 'muheng:first-view',
    apply: 'build',
    async writeBundle({ dir = 'dist' }, bundle) {
      const index = readFileSync(join(dir, 'index.html'), 'utf8');
      const entry = /<script type="module" crossorigin src="([^"]+)"><\/script>/.exec(index)?.[1];
      if (entry === undefined) throw new Error('index.html has no entry');
      const drawing = await firstDrawing(dir);
      const view = await drawing.drawFirstView();
      const { scripts, styles } = needsOf(bundle, source('app/pages/home-page.tsx'));
      const linked = (name: string): boolean => index.includes(`"/${name}"`);
      requireStyled(
        view,
        [...index.matchAll(/href="\/([^"]+\.css)"/g), ...styles.map((name) => ['', name])]
          .map(([, name = '']) => readFileSync(join(dir, name), 'utf8'))
          .join('\n'),
      );
      const look = await firstLookScript(target);
      const lookName = `assets/first-look-${createHash('sha256').update(look).digest('base64url').slice(0, 8)}.js`;
      writeFileSync(join(dir, lookName), look);
      const head = [
        ...styles
          .filter((name) => !linked(name))
          .map((name) => `<link rel="stylesheet" crossorigin href="/${name}">`),
        `<link rel="modulepreload" crossorigin href="${entry}">`,
        ...scripts
          .filter((name) => !linked(name))
          .map((name) => `<link rel="modulepreload" crossorigin href="/${name}">`),
        ...drawing.firstCalls.map(
          (url) => `<link rel="preload" as="fetch" crossorigin href="${url.replaceAll('&', '&amp;')}">`,
        ),
      ];
      const started = once(index, /\s*<script type="module"[^>]*><\/script>/, '');
      const looked = once(
        started,
        /\s*<\/title>/,
        // Before the styles: a script after them would wait for them, and the page for it.
        `</title>\n    <script src="/${lookName}" data-entry="${entry}"></script>`,
      );
      const headed = once(looked, /\s*<\/head>/, `\n    ${head.join('\n    ')}\n  </head>`);
      writeFileSync(
        join(dir, 'home.html'),
        once(headed, /<div id="root"><\/div>/, `<div id="root">${view}</div>`),
      );
    },
  };
}
