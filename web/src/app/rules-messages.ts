import { en } from '../features/rules/locales/en.js';
import { zhCn } from '../features/rules/locales/zh-cn.js';
import { registerMessages } from './register-messages.js';

registerMessages('rules', zhCn, en);
