import type { ProblemSection } from './problem.js';

/** Lots, needs, movements of quota, and the county-first rule (domain §7, §8). */
export const quotaBankProblems = {
  'quota.not-found': {
    status: 404,
    'zh-CN': '没有找到指标批次 {lot}，或您无权查看。',
    en: 'There is no lot {lot} that you may see.',
  },
  'quota.need-not-found': {
    status: 404,
    'zh-CN': '没有找到需求 {need}，或您无权查看。',
    en: 'There is no need {need} that you may see.',
  },
  'quota.nothing-asked': {
    status: 400,
    'zh-CN': '三项数量均为零，请至少填写一项。',
    en: 'All three quantities are zero. Enter at least one.',
  },
  'quota.not-saleable': {
    status: 409,
    'zh-CN': '批次 {lot} 不能出让：{cause}。请选择其他批次。',
    en: 'Lot {lot} cannot be sold: {cause}. Choose another lot.',
  },
  'quota.insufficient': {
    status: 409,
    'zh-CN': '{party} 的{component}可用 {available}，本次需要 {asked}，缺 {missing}。请减少数量或另选批次。',
    en: '{party} has {available} of {component} available; this asks for {asked}, {missing} more than there is. Ask for less or choose another lot.',
  },
  'quota.use-not-found': {
    status: 404,
    'zh-CN': '没有找到挂钩记录 {use}，或您无权查看。请检查编号。',
    en: 'There is no use of quota {use} that you may see. Check its number.',
  },
  'quota.freeze-not-found': {
    status: 404,
    'zh-CN': '没有找到冻结记录 {freeze}，或已经解冻。请刷新后查看。',
    en: 'There is no freeze {freeze} that still stands. Reload the list.',
  },
  'quota.loan-not-found': {
    status: 404,
    'zh-CN': '没有找到借用记录 {loan}，或您无权查看。请检查编号。',
    en: 'There is no loan {loan} that you may see. Check its number.',
  },
  'quota.duty-not-found': {
    status: 404,
    'zh-CN': '没有找到补足义务 {duty}，或您无权查看。请检查编号。',
    en: 'There is no replacement duty {duty} that you may see. Check its number.',
  },
  'quota.frozen': {
    status: 409,
    'zh-CN': '{party} 的批次 {lot} 已被冻结：{reason}。解冻之前不能使用。',
    en: 'Lot {lot} of {party} is frozen: {reason}. It cannot be used until the freeze is lifted.',
  },
  'quota.freeze-subject': {
    status: 400,
    'zh-CN': '请指明要冻结的单位或批次；按数量冻结须指明批次，卫星图斑须填图斑号。',
    en: 'Name the party or the lot to freeze. An amount needs a lot, and a satellite patch its number.',
  },
  'quota.nothing-held': {
    status: 409,
    'zh-CN': '{subject} 的{component}只有 {held}，本次需要 {asked}。请减少数量。',
    en: '{subject} holds {held} of {component}; this asks for {asked}. Ask for less.',
  },
  'quota.not-like-for-like': {
    status: 409,
    'zh-CN': '补足须为同一指标、其他项目、质量等别不低于 {grade} 等的批次，{lot} 不符合。请另选批次。',
    en: 'A replacement is of the same indicator, of another project and of grade {grade} or better; lot {lot} is not. Choose another lot.',
  },
  'quota.loan-exceeded': {
    status: 409,
    'zh-CN': '归还的{component}为 {asked}，多于尚欠的 {held}。请减少数量。',
    en: '{asked} of {component} is more than the {held} still owed. Return less.',
  },
  'quota.project-step': {
    status: 409,
    'zh-CN': '项目 {project} 当前为“{projectStatus}”，不能办理“{step}”。请按流程依次办理。',
    en: 'Project {project} is {projectStatus}, so {step} cannot come now. Take the steps in their order.',
  },
  'quota.step-not-yours': {
    status: 403,
    'zh-CN': '“{step}”不由您所在的单位办理，请由有权限的单位办理。',
    en: 'The step {step} is not for your party to take. Ask the party whose turn it is.',
  },
  'quota.evidence-missing': {
    status: 409,
    'zh-CN': '办理“{step}”须先上传：{evidence}。请补齐后重新提交。',
    en: 'Before {step} this evidence has to be there: {evidence}. Add it and try again.',
  },
  'quota.step-field-missing': {
    status: 400,
    'zh-CN': '办理“{step}”须填写 {field}。请填写后重新提交。',
    en: 'The step {step} needs {field}. Fill it in and send it again.',
  },
  'quota.figure-raised': {
    status: 409,
    'zh-CN': '{component}不能由 {before} 增加到 {after}，验收只能核减。请核对。',
    en: 'The {component} cannot rise from {before} to {after}: acceptance may only cut. Check the figure.',
  },
  'quota.parcel-taken': {
    status: 409,
    'zh-CN': '地块 {parcel} 已属于其他项目，一地一码不得重复。请核对地块编码。',
    en: 'Parcel {parcel} stands in another project; a parcel is filed once. Check its code.',
  },
  'quota.parcels-differ': {
    status: 409,
    'zh-CN': '地块面积合计 {parcelsHa} 公顷，与项目面积 {areaHa} 公顷不一致。请核对。',
    en: 'The parcels add up to {parcelsHa} ha, but the project has {areaHa} ha. Check both.',
  },
  'quota.care-missing': {
    status: 409,
    'zh-CN': '项目 {project} 尚未落实后期管护责任主体，不能登记年度检查。请先登记管护责任。',
    en: 'Nobody has agreed to the care of project {project}, so there is nothing to check. Record the responsible body first.',
  },
  'quota.care-checked': {
    status: 409,
    'zh-CN': '项目 {project} 的 {year} 年度管护检查已登记，不能重复登记。请核对年度。',
    en: 'The care of project {project} was checked for {year} already. Check the year.',
  },
  'quota.receipt-taken': {
    status: 409,
    'zh-CN': '缴款凭证 {receipt} 已登记。请核对凭证号。',
    en: 'The receipt {receipt} is on record already. Check its number.',
  },
  'quota.balance-rule': {
    status: 409,
    'zh-CN': '不符合“{rule}”：占用 {occupied}，补充 {supplied}，缺 {missing}。请增加补充的{component}。',
    en: 'This breaks the rule {rule}: {occupied} occupied, {supplied} supplied, {missing} missing. Supply more {component}.',
  },
  'quota.allowance-exceeded': {
    status: 409,
    'zh-CN':
      '{county}{year}年新增占用限额 {allowance}，已用 {used}，本次计入 {counted}，超出 {excess}。请改用购入指标、减少占用，或报自治区调整限额。',
    en: 'The allowance of {county} for {year} is {allowance}; {used} is used and this counts {counted}, {excess} too much. Use bought quota, occupy less, or ask the region to settle another allowance.',
  },
  'quota.not-bought': {
    status: 409,
    'zh-CN': '{lot} 不是经交易购入的指标，不能按退回处理。请用“划入自治区储备”。',
    en: '{lot} was not bought in a trade, so it cannot be returned. Use the contribution to the reserve.',
  },
  'quota.return-price': {
    status: 409,
    'zh-CN': '退回价款 {paidCny} 元高于该部分的购入价 {limitCny} 元。请降低价款。',
    en: '{paidCny} CNY is more than the {limitCny} CNY at which this part was bought. Pay no more than that.',
  },
  'quota.turnover-too-long': {
    status: 409,
    'zh-CN': '增减挂钩周转指标最长使用 {months} 个月，归还期限不得晚于 {latest}。请改期。',
    en: 'Linkage quota is advanced for at most {months} months, so it is due back by {latest}. Choose an earlier day.',
  },
  'quota.wrong-state': {
    status: 409,
    'zh-CN': '{subject} 当前为{status}，不能进行此操作。请刷新后查看可做的操作。',
    en: '{subject} is {status}, which does not allow this. Reload to see what it allows.',
  },
  'quota.project-exists': {
    status: 409,
    'zh-CN': '项目 {project} 已入库，内容与本次提交不同。如需更正，请走核减或补充程序。',
    en: 'Project {project} is banked already with other content. Correct it by a deduction or a supplement.',
  },
  'quota.category-unconfirmed': {
    status: 409,
    'zh-CN': '需求类别“{category}”须由自治区确认，该项目不在重点项目清单中。请先申请列入清单。',
    en: 'The category {category} needs the confirmation of the region, and this project is not on its list. Apply for the list first.',
  },
  'county-first.declaration-missing': {
    status: 409,
    'zh-CN':
      '{county} 没有有效的 {year} 年度需求申报（申报有效期 {maxAgeDays} 天，最近一次：{signedOn}）。请先签署本年度需求申报。',
    en: '{county} has no valid declaration of needs for {year} (valid {maxAgeDays} days; last signed: {signedOn}). Sign the declaration for this year first.',
  },
  'county-first.retention-below-target': {
    status: 409,
    'zh-CN':
      '{county} 最近一次调查耕地 {farmlandHa} 公顷，低于保有量目标 {targetHa} 公顷，差 {shortHa} 公顷。达到目标之前不能出让指标。',
    en: 'The last survey of {county} found {farmlandHa} ha of farmland, {shortHa} ha below its target of {targetHa} ha. Nothing can be listed until the target is met.',
  },
  'county-first.surplus-exceeded': {
    status: 409,
    'zh-CN':
      '本县域优先：{county} 的{component}结余为 {surplus}，本次挂牌 {asked}，超出 {excess}。最多可挂牌 {largest}。',
    en: 'County first: {county} has a surplus of {surplus} of {component}; this listing asks for {asked}, {excess} too much. List at most {largest}.',
  },
  'county-first.loan-open': {
    status: 409,
    'zh-CN': '{county} 尚有向自治区借用的指标未归还。归还后方可挂牌。',
    en: '{county} has not yet returned quota that it borrowed from the region. Return it before listing.',
  },
  'county-first.failed-at-notice': {
    status: 409,
    'zh-CN': '该挂牌在公告时不满足本县域优先，成交不能确认。请由监管部门终止该挂牌。',
    en: 'The listing failed county-first at notice, so its trade cannot be confirmed. Ask the regulator to terminate it.',
  },
  'county-first.breach-undecided': {
    status: 409,
    'zh-CN': '该挂牌触发了本县域优先预警，监管部门尚未作出决定。请等待决定。',
    en: 'A county-first breach of this listing awaits the decision of the regulator. Wait for the decision.',
  },
} as const satisfies ProblemSection;
