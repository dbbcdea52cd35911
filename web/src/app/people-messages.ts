import { en } from '../features/people/locales/en.js';
import { zhCn } from '../features/people/locales/zh-cn.js';
import { registerMessages } from './register-messages.js';

registerMessages('people', zhCn, en);
