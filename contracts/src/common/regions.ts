/** The reference region's cities and counties (domain §15) with their place on the tile grid (ux §2.3). */

export interface City {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export interface County {
  readonly code: string;
  /** Code of the city that it belongs to. */
  readonly city: string;
  readonly zh: string;
  readonly en: string;
  /** Column and row on the tile grid: relative position only, no boundary. */
  readonly tile: readonly [column: number, row: number];
}

export const regionDepartmentCode = '640000';
export const regionGovernmentCode = '640000-GOV';
export const regionFinanceCode = '640000-FIN';
export const operatorCode = 'OPERATOR';

export const cities: readonly City[] = [
  { code: '640100', zh: '银川市', en: 'Yinchuan' },
  { code: '640200', zh: '石嘴山市', en: 'Shizuishan' },
  { code: '640300', zh: '吴忠市', en: 'Wuzhong' },
  { code: '640400', zh: '固原市', en: 'Guyuan' },
  { code: '640500', zh: '中卫市', en: 'Zhongwei' },
];

/** The city code of any region code: the prefix is the level. */
export const cityCodeOf = (regionCode: string): string => `${regionCode.slice(0, 4)}00`;

const county = (code: string, zh: string, en: string, column: number, row: number): County => ({
  code,
  city: cityCodeOf(code),
  zh,
  en,
  tile: [column, row],
});

export const counties: readonly County[] = [
  county('640104', '兴庆区', 'Xingqing', 3, 2),
  county('640105', '西夏区', 'Xixia', 1, 2),
  county('640106', '金凤区', 'Jinfeng', 2, 2),
  county('640121', '永宁县', 'Yongning', 2, 3),
  county('640122', '贺兰县', 'Helan', 2, 1),
  county('640181', '灵武市', 'Lingwu', 3, 3),
  county('640202', '大武口区', 'Dawukou', 2, 0),
  county('640205', '惠农区', 'Huinong', 3, 0),
  county('640221', '平罗县', 'Pingluo', 3, 1),
  county('640302', '利通区', 'Litong', 2, 4),
  county('640303', '红寺堡区', 'Hongsibu', 2, 5),
  county('640323', '盐池县', 'Yanchi', 3, 4),
  county('640324', '同心县', 'Tongxin', 2, 6),
  county('640381', '青铜峡市', 'Qingtongxia', 1, 4),
  county('640402', '原州区', 'Yuanzhou', 2, 7),
  county('640422', '西吉县', 'Xiji', 1, 7),
  county('640423', '隆德县', 'Longde', 1, 8),
  county('640424', '泾源县', 'Jingyuan', 2, 8),
  county('640425', '彭阳县', 'Pengyang', 3, 7),
  county('640502', '沙坡头区', 'Shapotou', 0, 5),
  county('640521', '中宁县', 'Zhongning', 1, 5),
  county('640522', '海原县', 'Haiyuan', 1, 6),
];

const countyByCode: ReadonlyMap<string, County> = new Map(counties.map((each) => [each.code, each]));
const cityByCode: ReadonlyMap<string, City> = new Map(cities.map((each) => [each.code, each]));

export const findCounty = (code: string): County | undefined => countyByCode.get(code);
export const findCity = (code: string): City | undefined => cityByCode.get(code);
export const isCountyCode = (code: string): boolean => countyByCode.has(code);
export const isSameCity = (left: string, right: string): boolean => cityCodeOf(left) === cityCodeOf(right);
