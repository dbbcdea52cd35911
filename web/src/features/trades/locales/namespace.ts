import 'i18next';
import type { walletZhCn } from './wallet-zh-cn.js';
import type { zhCn } from './zh-cn.js';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    trades: typeof zhCn;
    wallet: typeof walletZhCn;
  }
}
