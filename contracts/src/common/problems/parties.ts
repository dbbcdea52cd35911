import type { ProblemSection } from './problem.js';

/** Sign-in, access, and who may take part (domain §9). */
export const partiesProblems = {
  'access.sign-in-required': {
    status: 401,
    'zh-CN': '请先登录。',
    en: 'Sign in first.',
  },
  'access.bad-credentials': {
    status: 401,
    'zh-CN': '用户名或密码不正确，请检查后重试。',
    en: 'The name or the password is wrong. Check both and try again.',
  },
  'access.session-ended': {
    status: 401,
    'zh-CN': '会话已结束，请重新登录。',
    en: 'The session has ended. Sign in again.',
  },
  'access.forbidden': {
    status: 403,
    'zh-CN': '您的岗位不能进行此操作，请由有权限的人员办理。',
    en: 'Your role does not allow this. Ask a person whose role does.',
  },
  'access.csrf': {
    status: 403,
    'zh-CN': '页面校验信息已失效，请刷新页面后重试。',
    en: 'The proof that this page made the request is missing or stale. Reload the page and try again.',
  },
  'delegation.not-possible': {
    status: 409,
    'zh-CN': '不能委托给 {name}：须为本单位在岗人员，且职责不与签批相冲突，截止时间须晚于现在。',
    en: 'A signature cannot be given to {name}: it takes a colleague of your unit whose duties allow it, and an end in the future.',
  },
  'delegation.running': {
    status: 409,
    'zh-CN': '您已有一项生效中的委托，请先终止。',
    en: 'You have given your signature to somebody already. End that first.',
  },
  'access.same-person': {
    status: 403,
    'zh-CN': '经办人与复核人不能是同一人，请由另一位人员办理。',
    en: 'The maker of a document cannot check it too. Ask a second person.',
  },
  'party.not-found': {
    status: 404,
    'zh-CN': '没有找到代码为 {party} 的单位，请检查代码。',
    en: 'There is no party with the code {party}. Check the code.',
  },
  'party.code-taken': {
    status: 409,
    'zh-CN': '单位代码 {party} 已被使用，请换一个代码。',
    en: 'The party code {party} is taken. Choose another.',
  },
  'party.suspended': {
    status: 409,
    'zh-CN': '{party} 因“{ground}”被暂停交易，至{until}。请先整改并由自治区恢复资格。',
    en: '{party} is suspended on the ground of {ground}, until {until}. Remedy it and have the region reinstate the party first.',
  },
  'party.suspension-past': {
    status: 422,
    'zh-CN': '暂停的截止时间须晚于现在；不填即至恢复为止。',
    en: 'A suspension ends in the future; without an end it stands until the party is reinstated.',
  },
  'party.not-suspended': {
    status: 409,
    'zh-CN': '{party} 没有处于暂停状态，无需恢复。',
    en: '{party} is not suspended, so there is nothing to reinstate.',
  },
  'party.not-eligible': {
    status: 409,
    'zh-CN':
      '{party} 不符合竞买条件：{cause}。{component}最多可买 {allowed}，本次涉及 {asked}，超出 {excess}。请先登记并核准需求，或选择较小的挂牌。',
    en: '{party} is not eligible: {cause}. Of {component} it may buy {allowed}; this asks for {asked}, {excess} too much. Have a need registered and approved, or choose a smaller listing.',
  },
  'party.conflict-of-interest': {
    status: 409,
    'zh-CN':
      '{party} 与 {other} 同属一个利益主体，不能在同一宗交易中同时为买卖双方或竞争方。请由无关联单位参与。',
    en: '{party} and {other} belong to the same beneficial group and cannot face each other in one trade. An unrelated party has to take this place.',
  },
  'party.consent-missing': {
    status: 409,
    'zh-CN': '{party} 尚未取得 {county} 的同意，请先取得县级同意。',
    en: '{party} has no consent from {county} yet. Obtain the consent of the county first.',
  },
  'person.roles-conflict': {
    status: 409,
    'zh-CN': '这些岗位不能由该单位的同一人担任：{roles}。请分开授予。',
    en: 'One person of this party may not hold these roles: {roles}. Give them to different people.',
  },
  'person.login-taken': {
    status: 409,
    'zh-CN': '用户名 {login} 已有人使用，请换一个。',
    en: 'The login {login} is taken. Choose another.',
  },
  'person.own-administration': {
    status: 409,
    'zh-CN': '不能停用自己，也不能取消自己的管理员岗位。请由另一位管理员办理。',
    en: 'Nobody may disable themselves or give up their own administration. Ask another administrator.',
  },
  'person.password-wrong': {
    status: 409,
    'zh-CN': '当前密码不正确，密码没有更改。忘记密码请联系管理员重设。',
    en: 'The current password is not right; nothing was changed. If it is forgotten, ask an administrator for a new one.',
  },
} as const satisfies ProblemSection;
