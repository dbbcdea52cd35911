import { en } from '../features/atlas/locales/en.js';
import { zhCn } from '../features/atlas/locales/zh-cn.js';
import { registerMessages } from './register-messages.js';

registerMessages('atlas', zhCn, en);
