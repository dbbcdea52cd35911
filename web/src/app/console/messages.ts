import '../session-messages.js';
import { en as console } from './locales/en.js';
import { zhCn as consoleZhCn } from './locales/zh-cn.js';
import { registerMessages } from '../register-messages.js';

/** The words of every desk, when the first desk is opened. */
registerMessages('console', consoleZhCn, console);
