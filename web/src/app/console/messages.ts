import '../session-messages.js';
import { en as desk } from '../../features/listings-desk/locales/en.js';
import { zhCn as deskZhCn } from '../../features/listings-desk/locales/zh-cn.js';
import { en as oversight } from '../../features/oversight/locales/en.js';
import { zhCn as oversightZhCn } from '../../features/oversight/locales/zh-cn.js';
import { en as regulation } from '../../features/regulation/locales/en.js';
import { zhCn as regulationZhCn } from '../../features/regulation/locales/zh-cn.js';
import { en as planner } from '../../features/planner/locales/en.js';
import { zhCn as plannerZhCn } from '../../features/planner/locales/zh-cn.js';
import { en as bank } from '../../features/quota-bank/locales/en.js';
import { zhCn as bankZhCn } from '../../features/quota-bank/locales/zh-cn.js';
import { en as trades } from '../../features/trades/locales/en.js';
import { zhCn as tradesZhCn } from '../../features/trades/locales/zh-cn.js';
import { walletEn } from '../../features/trades/locales/wallet-en.js';
import { walletZhCn } from '../../features/trades/locales/wallet-zh-cn.js';
import { registerMessages } from '../register-messages.js';
import { en as console } from './locales/en.js';
import { zhCn as consoleZhCn } from './locales/zh-cn.js';

/** The words of every desk, when the first desk is opened. */
registerMessages('console', consoleZhCn, console);
registerMessages('bank', bankZhCn, bank);
registerMessages('desk', deskZhCn, desk);
registerMessages('trades', tradesZhCn, trades);
registerMessages('wallet', walletZhCn, walletEn);
registerMessages('oversight', oversightZhCn, oversight);
registerMessages('regulation', regulationZhCn, regulation);
registerMessages('planner', plannerZhCn, planner);
