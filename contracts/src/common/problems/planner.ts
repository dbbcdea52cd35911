import type { ProblemSection } from './problem.js';

/** Plans and the demand book. */
export const plannerProblems = {
  'planner.need-empty': {
    status: 400,
    'zh-CN': '需求的三个数量都为零，没有可配的指标。请至少填写面积、水田或粮食产能之一。',
    en: 'All three quantities of the need are zero. Give at least one of area, paddy and capacity.',
  },
  'planner.paddy-over-area': {
    status: 400,
    'zh-CN':
      '水田 {paddyHa} 公顷大于占用面积 {areaHa} 公顷，超出 {excessHa} 公顷。水田是占用面积的一部分，请改正其中之一。',
    en: 'The paddy of {paddyHa} ha is {excessHa} ha more than the area of {areaHa} ha, of which it is a part. Correct one of them.',
  },
  'planner.capacity-below-grade': {
    status: 400,
    'zh-CN':
      '粮食产能 {capacityKg} 公斤低于 {grade} 等地 {areaHa} 公顷应有的 {impliedKg} 公斤，少 {missingKg} 公斤。请改正产能或等别。',
    en: 'The capacity of {capacityKg} kg is {missingKg} kg below the {impliedKg} kg that {areaHa} ha of grade {grade} imply. Correct the capacity or the grade.',
  },
  'planner.deadline-past': {
    status: 400,
    'zh-CN': '期限 {deadline} 已经过去，今天是 {today}。请填写今天或以后的日期。',
    en: 'The deadline {deadline} has passed; today is {today}. Give a day from today on.',
  },
  'planner.need-covered': {
    status: 409,
    'zh-CN': '需求 {need} 已不再待补（{status}），无需配单。请选择其他需求。',
    en: 'The need {need} is no longer open ({status}); there is nothing to plan. Choose another.',
  },
  'planner.cancelled': {
    status: 409,
    'zh-CN': '配单已取消。需要时请重新发起。',
    en: 'The planning was cancelled. Start it again when you need it.',
  },
  'planner.plan-not-found': {
    status: 404,
    'zh-CN': '没有找到这个配单方案。请重新配单。',
    en: 'There is no such plan. Plan anew.',
  },
  'planner.aim-not-found': {
    status: 404,
    'zh-CN': '这次配单没有“{aim}”方案，或该方案没有要买的指标。请选用其他方案。',
    en: 'This planning has no plan for {aim}, or that plan has nothing to buy. Choose another.',
  },
  'planner.overtaken': {
    status: 409,
    'zh-CN': '市场已变化，方案未执行，没有报名任何一宗：{changes}。请重新配单。',
    en: 'The market has moved on and nothing was registered for: {changes}. Plan anew.',
  },
  'planner.not-declared': {
    status: 409,
    'zh-CN': '这是按假定需求配的方案，不能直接执行。请先登记需求再配单。',
    en: 'This plan is for a need that nobody has declared. Register the need, then plan again.',
  },
  'planner.already-acted': {
    status: 409,
    'zh-CN': '需求 {need} 已有正在执行的方案。请在“执行中”查看进度。',
    en: 'A plan for the need {need} is under way already. Follow it there.',
  },
  'planner.lock-unknown': {
    status: 409,
    'zh-CN': '要锁定的 {offer} 已不在市场上。请重新配单后再锁定。',
    en: 'The offer {offer} to be locked is on the market no longer. Plan anew, then lock.',
  },
  'planner.lock-excluded': {
    status: 409,
    'zh-CN': '{lot} 不能锁定：市场规则 {rule} 将拒绝它。请解除锁定。',
    en: '{lot} cannot be locked: the market would refuse it ({rule}). Unlock it.',
  },
  'planner.lock-parts': {
    status: 400,
    'zh-CN': '{lot} 可分 {parts} 份，请说明锁定其中几份（1 至 {parts}）。',
    en: '{lot} is sold in {parts} parts. Say how many of them to lock, from 1 to {parts}.',
  },
  'planner.lock-exceeds': {
    status: 409,
    'zh-CN': '锁定的指标合计超过尚可购买的数量（{component}）。请解除部分锁定。',
    en: 'What is locked comes to more {component} than you may still buy. Unlock some of it.',
  },
  'planner.asked-already': {
    status: 409,
    'zh-CN': '已为这项需求就 {lot} 提出过申请，对方尚未答复。请在“执行中”查看。',
    en: 'The owner of {lot} has been asked for this need already and has not answered. Follow it there.',
  },
  'planner.request-not-found': {
    status: 404,
    'zh-CN': '没有找到这项申请，或它不是向本单位提出的。',
    en: 'There is no such request, or it was not made to your party.',
  },
  'planner.request-answered': {
    status: 409,
    'zh-CN': '关于 {lot} 的申请已有结果（{state}），不能再次答复。',
    en: 'The request for {lot} is answered already ({state}).',
  },
  'demand.not-found': {
    status: 404,
    'zh-CN': '没有找到这条求购信息，或它不是本单位发布的。',
    en: 'There is no such published need of yours.',
  },
  'demand.validity': {
    status: 400,
    'zh-CN': '有效期 {validUntil} 应在今天之后、一年以内（至 {latest}）。请改正。',
    en: 'The validity {validUntil} has to lie after today and within a year (until {latest}). Correct it.',
  },
  'demand.already-published': {
    status: 409,
    'zh-CN': '需求 {need} 已在需求广场发布。请先撤下再重新发布。',
    en: 'The need {need} is published already. Withdraw it before you publish it again.',
  },
} as const satisfies ProblemSection;
