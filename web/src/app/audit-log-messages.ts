import { en } from '../features/audit-log/locales/en.js';
import { zhCn } from '../features/audit-log/locales/zh-cn.js';
import { registerMessages } from './register-messages.js';

registerMessages('auditLog', zhCn, en);
