import { en } from '../features/publication/locales/en.js';
import { zhCn } from '../features/publication/locales/zh-cn.js';
import { registerMessages } from './register-messages.js';

registerMessages('publication', zhCn, en);
