import { en } from '../features/session/locales/en.js';
import { zhCn } from '../features/session/locales/zh-cn.js';
import { registerMessages } from './register-messages.js';

registerMessages('session', zhCn, en);
