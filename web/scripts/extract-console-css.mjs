/**
 * Draws the kit's components once in Node and writes their CSS to src/app/console/kit.css, so that no style is
 * inserted at run time and the strict content security policy needs no 'unsafe-inline' and no nonce.
 * Colours and sizes come from src/ui/tokens.css: the one place that names them. Run it again after a change to
 * the tokens, to kit-components.json or to the version of antd; CI compares the result.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const React = require('react');
const { renderToString } = require('react-dom/server');
const antd = require('antd');
const { createCache, extractStyle, StyleProvider } = require('@ant-design/cssinjs');

const root = new URL('../src/', import.meta.url);
const names = JSON.parse(readFileSync(new URL('app/console/kit-components.json', root), 'utf8'));
const key = 'muheng-kit';

/** The variables of one block of tokens.css. */
function variables(css, start) {
  const from = css.indexOf('{', css.indexOf(start));
  const block = css.slice(from + 1, css.indexOf('}', from));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

const tokensCss = readFileSync(new URL('ui/tokens.css', root), 'utf8');
const light = variables(tokensCss, ':root {');
const dark = { ...light, ...variables(tokensCss, ":root[data-theme='dark'] {") };
const px = (rem) => Number.parseFloat(rem) * 16;

/** An algorithm mixes its own shades from the seeds; the tokens of the look are laid over them as they are. */
const asGiven = (colours) => (_seed, map) => ({
  ...map,
  colorPrimary: colours.primary,
  colorPrimaryHover: colours['primary-hover'],
  colorPrimaryText: colours.primary,
  colorLink: colours.primary,
  colorLinkHover: colours['primary-hover'],
  colorSuccess: colours.down,
  colorSuccessText: colours.down,
  colorWarning: colours.wait,
  colorWarningText: colours.wait,
  colorError: colours.up,
  colorErrorText: colours.up,
  colorInfo: colours.notice,
  colorInfoText: colours.notice,
  colorPrimaryBg: colours['primary-tint'],
  colorPrimaryBgHover: colours['primary-tint'],
  colorErrorBg: colours['up-tint'],
  colorSuccessBg: colours['down-tint'],
  colorWarningBg: colours['wait-tint'],
  colorInfoBg: colours['notice-tint'],
});

/** look.md, antd 6 mapping. `scale` is 1.25 for large type. */
function themeOf(colours, algorithm, scale) {
  return {
    algorithm: [algorithm, asGiven(colours)],
    hashed: false,
    cssVar: { key },
    token: {
      colorPrimary: colours.primary,
      colorLink: colours.primary,
      colorSuccess: colours.down,
      colorWarning: colours.wait,
      colorError: colours.up,
      colorInfo: colours.notice,
      colorBgLayout: colours.bg,
      colorBgContainer: colours.surface,
      colorBgElevated: colours.surface,
      colorText: colours.ink,
      colorTextHeading: colours.ink,
      colorTextSecondary: colours['ink-2'],
      colorTextTertiary: colours['ink-3'],
      colorTextDescription: colours['ink-3'],
      colorTextPlaceholder: colours['ink-3'],
      colorBorder: colours.control,
      colorBorderSecondary: colours.line,
      colorTextQuaternary: colours['ink-3'],
      controlItemBgActive: colours['primary-tint'],
      controlItemBgActiveHover: colours['primary-tint'],
      controlItemBgHover: colours.muted,
      colorTextLightSolid: colours['on-primary'],
      borderRadius: 4,
      borderRadiusLG: 6,
      borderRadiusSM: 3,
      controlHeight: 36 * scale,
      controlHeightSM: 28 * scale,
      controlHeightLG: 48 * scale,
      fontSize: px(colours['t-body']) * scale,
      fontSizeSM: px(colours['t-caption']) * scale,
      fontFamily: colours.font,
      fontWeightStrong: 700,
      controlOutlineWidth: 2,
      motionDurationMid: '0.12s',
    },
    components: {
      Table: { headerBg: 'transparent', cellPaddingBlockSM: 8 },
      Button: { primaryShadow: 'none', primaryColor: colours['on-primary'] },
    },
  };
}

const sample = {
  Table: {
    dataSource: [{ key: 1, a: 1 }],
    columns: [{ title: 'a', dataIndex: 'a' }],
    rowSelection: {},
    pagination: { showSizeChanger: true },
  },
  Steps: { items: [{ title: 'a' }] },
  Tabs: { items: [{ key: 'a', label: 'a', children: 'a' }] },
  Modal: { open: true, getContainer: false },
  Drawer: { open: true, getContainer: false },
  Select: { open: true, options: [{ value: 1 }], getPopupContainer: (node) => node },
  Tooltip: { open: true, title: 'a' },
  Popconfirm: { open: true, title: 'a' },
};

function draw(theme) {
  const cache = createCache();
  const nodes = names.flatMap((name) => {
    const child = name === 'Tooltip' || name === 'Popconfirm' ? React.createElement('i') : null;
    const variants =
      name === 'Input'
        ? [antd.Input, antd.Input.Search, antd.Input.TextArea, antd.Input.Password]
        : [antd[name]];
    if (name === 'Radio') variants.push(antd.Radio.Group);
    if (name === 'DatePicker') variants.push(antd.DatePicker.RangePicker);
    if (name === 'Form') variants.push(antd.Form.Item);
    if (['Modal', 'Popconfirm', 'Tooltip'].includes(name))
      variants.push(antd[name]._InternalPanelDoNotUseOrYouWillBeFired);
    return variants.map((Part, index) =>
      React.createElement(Part, { key: `${name}${index}`, ...sample[name] }, child),
    );
  });
  for (const spoken of ['message', 'notification']) {
    nodes.push(
      React.createElement(antd[spoken]._InternalPanelDoNotUseOrYouWillBeFired, {
        key: spoken,
        content: 'a',
        type: 'info',
      }),
    );
  }
  renderToString(
    React.createElement(
      StyleProvider,
      { cache },
      React.createElement(antd.ConfigProvider, { theme }, React.createElement(antd.App, null, nodes)),
    ),
  );
  return cache;
}

/** Every `--ant-*` of a drawing, by the selector that carries it. */
function rules(css) {
  const found = new Map();
  for (const [, selector, body] of css.matchAll(/([^{}]+)\{((?:--[^{}]*))\}/g)) found.set(selector, body);
  return found;
}

/** Only what differs from the light column, under another condition. */
function difference(base, other, condition) {
  const before = rules(base);
  let css = '';
  for (const [selector, body] of rules(other)) {
    const known = new Set((before.get(selector) ?? '').split(';'));
    const changed = body.split(';').filter((line) => line !== '' && !known.has(line));
    if (changed.length > 0) css += `${condition} ${selector.trim()}{${changed.join(';')}}\n`;
  }
  return css;
}

const vars = (theme) =>
  extractStyle(draw(theme), { plain: true, types: ['token', 'cssVar'] }).replace(
    /\.data-ant-cssinjs-cache-path\{[^}]*\}/,
    '',
  );
const base = themeOf(light, antd.theme.defaultAlgorithm, 1);
const baseVars = vars(base);
const styles = extractStyle(draw(base), { plain: true, types: 'style' }).replace(
  /\.data-ant-cssinjs-cache-path\{[^}]*\}/,
  '',
);

/** The kit's rules for bare links would reach past the kit, and they take the focus ring away: base.css has ours. */
function withoutLinkRules(css) {
  const rule = /(^|\})(?:a(?::[\w-]+)?,?)+\{[^}]*\}/;
  let rest = css;
  while (rule.test(rest)) rest = rest.replace(rule, '$1');
  return rest;
}

const out = [
  '/* Written by scripts/extract-console-css.mjs from ui/tokens.css; not edited by hand. */\n',
  baseVars,
  '\n',
  difference(
    baseVars,
    vars(themeOf(dark, antd.theme.darkAlgorithm, 1)),
    "@media screen{:root[data-theme='dark']",
  ).replace(/\}\n/g, '}}\n'),
  difference(baseVars, vars(themeOf(light, antd.theme.defaultAlgorithm, 1.25)), ":root[data-type='large']"),
  withoutLinkRules(styles),
  '\n',
].join('');
writeFileSync(new URL('app/console/kit.css', root), out);
console.log(`kit.css: ${names.length} components, ${Math.round(out.length / 1024)} KB`);
