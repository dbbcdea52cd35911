import './kit.css';
import { StyleProvider } from '@ant-design/cssinjs';
import { App, ConfigProvider } from 'antd';
import enUs from 'antd/locale/en_US';
import zhCn from 'antd/locale/zh_CN';
import type { ReactElement, ReactNode } from 'react';
import { usePreferences } from '../../lib/preferences.js';

/**
 * The kit finds its styles in kit.css, written at build time. Whatever it would still insert at run time goes to
 * this element, which is never part of the page: the content security policy allows no inline style.
 */
const nowhere = document.createElement('div');

/** The same key as in scripts/extract-console-css.mjs: it ties components to their variables in kit.css. */
const theme = { cssVar: { key: 'muheng-kit' }, hashed: false, zeroRuntime: true } as const;

/** The component kit for desks; public pages live without it. */
export function KitProvider({ children }: { children: ReactNode }): ReactElement {
  const { language } = usePreferences();
  return (
    <StyleProvider container={nowhere}>
      <ConfigProvider
        theme={theme}
        locale={language === 'en' ? enUs : zhCn}
        button={{ autoInsertSpace: false }}
      >
        <App component={false}>{children}</App>
      </ConfigProvider>
    </StyleProvider>
  );
}
