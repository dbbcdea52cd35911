import { en as consoleEn } from '../console/locales/en.js';
import { zhCn as consoleZhCn } from '../console/locales/zh-cn.js';
import { registerMessages } from '../register-messages.js';
import { en } from './locales/en.js';
import { zhCn } from './locales/zh-cn.js';

registerMessages('palette', zhCn, en);
// The names of the desks' places.
registerMessages('console', consoleZhCn, consoleEn);
