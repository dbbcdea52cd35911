import type { ProblemSection } from './problem.js';

/** Practice rooms (演练): apart from the market, for anyone. */
export const practiceProblems = {
  'practice.not-found': {
    status: 404,
    'zh-CN': '没有这个演练房间，或已到期清除。请核对房间号，或新开一间。',
    en: 'There is no such practice room, or it has expired. Check the code, or open a new room.',
  },
  'practice.too-many-rooms': {
    status: 429,
    'zh-CN': '演练房间已满（{max} 间）。请稍后再开，或加入公开的房间。',
    en: 'All {max} practice rooms are taken. Try again later, or join a room that is open to all.',
  },
  'practice.room-full': {
    status: 409,
    'zh-CN': '这个房间已有 {max} 人。请另开一间，或在一旁观看。',
    en: 'There are {max} people in this room already. Open another one, or watch.',
  },
  'practice.not-seated': {
    status: 403,
    'zh-CN': '您还没有进入这个演练房间。请先填写名字加入。',
    en: 'You have not joined this practice room. Give a name and join first.',
  },
  'practice.not-host': {
    status: 403,
    'zh-CN': '只有开房的人可以开始、快进或再来一场。',
    en: 'Only whoever opened the room may start, skip or begin again.',
  },
  'practice.wrong-moment': {
    status: 409,
    'zh-CN': '现在不能这样做：本场尚未开始、正在进行或已经结束。请刷新房间后再试。',
    en: 'This cannot be done now: the round has not begun, is running or is over. Look at the room again.',
  },
  'practice.log-full': {
    status: 409,
    'zh-CN': '本场已记 {max} 次报价，达到上限。请再来一场。',
    en: 'This round holds {max} bids, as many as it can. Begin another round.',
  },
} as const satisfies ProblemSection;
