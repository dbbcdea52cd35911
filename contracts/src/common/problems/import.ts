import type { ProblemSection } from './problem.js';

/** What is wrong with a file or a row of origin projects; every row names row, column and reason. */
export const importProblems = {
  'import.unreadable': {
    status: 400,
    'zh-CN': '文件无法读取，请提交 UTF-8 编码的 .csv 或 .xlsx 文件。',
    en: 'The file cannot be read. Send a .csv in UTF-8 or an .xlsx.',
  },
  'import.empty': {
    status: 400,
    'zh-CN': '文件中没有数据行，请填写后重新提交。',
    en: 'The file has no rows of data. Fill it in and send it again.',
  },
  'import.too-many-rows': {
    status: 413,
    'zh-CN': '文件有 {rows} 行，最多 {limit} 行。请拆分后分次导入。',
    en: 'The file has {rows} rows; the limit is {limit}. Split it and import the parts.',
  },
  'import.column-missing': {
    status: 400,
    'zh-CN': '缺少列“{column}”。请使用模板的表头。',
    en: 'The column {column} is missing. Use the header of the template.',
  },
  'import.required': {
    status: 400,
    'zh-CN': '“{column}”为空，请填写。',
    en: '{column} is empty. Fill it in.',
  },
  'import.too-long': {
    status: 400,
    'zh-CN': '“{column}”有 {length} 个字，最多 {limit} 个。请缩短。',
    en: '{column} has {length} characters; the limit is {limit}. Shorten it.',
  },
  'import.formula': {
    status: 400,
    'zh-CN': '“{column}”是公式“{value}”，请改为数值。',
    en: '{column} holds the formula {value}. Replace it by its value.',
  },
  'import.full-width-digits': {
    status: 400,
    'zh-CN': '“{column}”的“{value}”含全角字符，请改用半角数字。',
    en: '{column} holds full-width characters ({value}). Type ordinary digits.',
  },
  'import.not-a-number': {
    status: 400,
    'zh-CN': '“{column}”的“{value}”不是数值，请填写如 60.8544 的数字。',
    en: '{column} holds {value}, which is no number. Write one such as 60.8544.',
  },
  'import.too-precise': {
    status: 400,
    'zh-CN': '“{column}”的“{value}”有 {decimals} 位小数，最多 4 位。请按测量成果填写，不要四舍五入凑数。',
    en: '{column} holds {value} with {decimals} decimals; at most 4 are allowed. Enter the measured figure.',
  },
  'import.negative': {
    status: 400,
    'zh-CN': '“{column}”的“{value}”为负数，请填写不小于零的数。',
    en: '{column} holds {value}, which is negative. Enter zero or more.',
  },
  'import.zero': {
    status: 400,
    'zh-CN': '“{column}”为零，没有可入库的面积。请核对。',
    en: '{column} is zero, so there is nothing to bank. Check it.',
  },
  'import.absurd': {
    status: 400,
    'zh-CN': '“{column}”的“{value}”超过单个项目可信的上限 {limit}，请核对单位。',
    en: '{column} holds {value}, beyond the credible limit of {limit} for one project. Check the unit.',
  },
  'import.project-number-format': {
    status: 400,
    'zh-CN': '项目编号“{value}”的格式不对，应由字母、数字和连字符组成。请核对。',
    en: 'The project number {value} has the wrong form: letters, digits and hyphens. Check it.',
  },
  'import.unknown-region': {
    status: 400,
    'zh-CN': '“{value}”不是本自治区的县级行政区代码，请核对。',
    en: '{value} is no county code of this region. Check it.',
  },
  'import.region-mismatch': {
    status: 400,
    'zh-CN': '“{column}”的“{value}”与代码 {code} 不符，应为“{expected}”。请核对。',
    en: '{column} holds {value}, but the code {code} means {expected}. Check both.',
  },
  'import.impossible-date': {
    status: 400,
    'zh-CN': '“{column}”的“{value}”不是存在的日期，请按 2024-05-31 的格式填写。',
    en: '{column} holds {value}, which is no date. Write it as 2024-05-31.',
  },
  'import.future-date': {
    status: 400,
    'zh-CN': '“{column}”的“{value}”晚于今天 {today}，尚未验收的项目不能入库。',
    en: '{column} holds {value}, later than today ({today}). A project is banked after its acceptance.',
  },
  'import.grade-out-of-range': {
    status: 400,
    'zh-CN': '“{column}”的“{value}”不在 1 至 15 之间，请填写整数等别。',
    en: '{column} holds {value}; a grade is a whole number from 1 to 15.',
  },
  'import.paddy-over-area': {
    status: 400,
    'zh-CN': '水田 {paddyHa} 公顷大于新增耕地面积 {areaHa} 公顷，多 {excessHa} 公顷。请核对。',
    en: 'Paddy is {paddyHa} ha, {excessHa} ha more than the new farmland of {areaHa} ha. Check both.',
  },
  'import.capacity-contradicts-grade': {
    status: 400,
    'zh-CN':
      '粮食产能 {capacityKg} 公斤与 {grade} 等、{areaHa} 公顷不符，应为 {expectedKg} 公斤（允许相差 {toleranceKg}）。请核对。',
    en: 'A capacity of {capacityKg} kg contradicts grade {grade} on {areaHa} ha, which gives {expectedKg} kg (tolerance {toleranceKg}). Check them.',
  },
  'import.unknown-funding-source': {
    status: 400,
    'zh-CN': '资金来源“{value}”无法识别，应为：{expected}。',
    en: 'The funding source {value} is not known. It is one of: {expected}.',
  },
  'import.not-banked': {
    status: 400,
    'zh-CN': '状态为“{value}”，只有“已入库”的项目可以导入。请待验收报备完成后再导入。',
    en: 'The status is {value}; only projects that are 已入库 can be imported. Import it after acceptance and filing.',
  },
  'import.unknown-quota': {
    status: 400,
    'zh-CN': '指标类型“{value}”无法识别，应为：{expected}；留空按补充耕地指标导入。',
    en: 'The indicator {value} is not known. It is one of: {expected}; an empty cell means supplementary farmland.',
  },
  'import.not-resettled': {
    status: 400,
    'zh-CN': '“{column}”应为“{expected}”：拆旧区群众安置完成前，节余指标不能入库。请待安置完成后再导入。',
    en: '{column} has to say {expected}: linkage quota is banked after the people of its demolition zone are resettled. Import it then.',
  },
  'import.duplicate': {
    status: 400,
    'zh-CN': '“{column}”的“{value}”与第 {row} 行重复，请删除或更正其中一行。',
    en: '{column} holds {value}, as row {row} does. Remove or correct one of them.',
  },
  'import.filing-no-taken': {
    status: 409,
    'zh-CN': '“{column}”的“{value}”已属于另一个入库项目，同一地块不能重复入库。请核对。',
    en: '{column} holds {value}, which belongs to another banked project. The same land is banked once. Check it.',
  },
  'import.changed': {
    status: 409,
    'zh-CN': '项目 {value} 已入库，“{column}”的内容与库中不同。请走更正程序，不要重新导入。',
    en: 'Project {value} is banked with another {column}. Correct it by its own procedure instead of importing it again.',
  },
} as const satisfies ProblemSection;
