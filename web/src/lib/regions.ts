import type { Language } from './preferences.js';

/** A county-level region: code, names, and its place in the tile grid (ux.md §2.3). */
export interface County {
  code: string;
  zh: string;
  en: string;
  column: number;
  row: number;
}

export interface Prefecture {
  code: string;
  zh: string;
  en: string;
}

export const prefectures: readonly Prefecture[] = [
  { code: '6402', zh: '石嘴山市', en: 'Shizuishan' },
  { code: '6401', zh: '银川市', en: 'Yinchuan' },
  { code: '6403', zh: '吴忠市', en: 'Wuzhong' },
  { code: '6405', zh: '中卫市', en: 'Zhongwei' },
  { code: '6404', zh: '固原市', en: 'Guyuan' },
];

const county = (code: string, zh: string, en: string, column: number, row: number): County => ({
  code,
  zh,
  en,
  column,
  row,
});

/** North to south, west to east: the order in which arrow keys and the table twin read them. */
export const counties: readonly County[] = [
  county('640202', '大武口区', 'Dawukou', 2, 0),
  county('640205', '惠农区', 'Huinong', 3, 0),
  county('640122', '贺兰县', 'Helan', 2, 1),
  county('640221', '平罗县', 'Pingluo', 3, 1),
  county('640105', '西夏区', 'Xixia', 1, 2),
  county('640106', '金凤区', 'Jinfeng', 2, 2),
  county('640104', '兴庆区', 'Xingqing', 3, 2),
  county('640121', '永宁县', 'Yongning', 2, 3),
  county('640181', '灵武市', 'Lingwu', 3, 3),
  county('640381', '青铜峡市', 'Qingtongxia', 1, 4),
  county('640302', '利通区', 'Litong', 2, 4),
  county('640323', '盐池县', 'Yanchi', 3, 4),
  county('640502', '沙坡头区', 'Shapotou', 0, 5),
  county('640521', '中宁县', 'Zhongning', 1, 5),
  county('640303', '红寺堡区', 'Hongsibao', 2, 5),
  county('640522', '海原县', 'Haiyuan', 1, 6),
  county('640324', '同心县', 'Tongxin', 2, 6),
  county('640422', '西吉县', 'Xiji', 1, 7),
  county('640402', '原州区', 'Yuanzhou', 2, 7),
  county('640425', '彭阳县', 'Pengyang', 3, 7),
  county('640423', '隆德县', 'Longde', 1, 8),
  county('640424', '泾源县', 'Jingyuan', 2, 8),
];

const byCode = new Map<string, { zh: string; en: string }>(
  [...counties, ...prefectures].map((region) => [region.code, region]),
);

/** The region's name in a language; the code itself when it is not one of ours. */
export const regionName = (code: string, language: Language): string => {
  const region = byCode.get(code);
  return region ? (language === 'en' ? region.en : region.zh) : code;
};

/** `"640221"` → `"6402"`. */
export const prefectureOf = (code: string): string => code.slice(0, 4);
