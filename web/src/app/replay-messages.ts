import { en } from '../features/replay/locales/en.js';
import { zhCn } from '../features/replay/locales/zh-cn.js';
import { registerMessages } from './register-messages.js';

registerMessages('replay', zhCn, en);
