import 'i18next';
import type { zhCn } from './zh-cn.js';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    people: typeof zhCn;
  }
}
