/**
 * Where each county of the demo world stands on the last day: area margin in 亩, and paddy margin where it has paddy.
 * Below zero is a shortage. Invented, but shaped like the region: the plain lacks, the dry south and east have.
 */
export const areaMarginMu: Readonly<Record<string, bigint>> = {
  '640104': -248n,
  '640105': -182n,
  '640106': -4_800n,
  '640121': 301n,
  '640122': 414n,
  '640181': -2_300n,
  '640202': -96n,
  '640205': 507n,
  '640221': 1_200n,
  '640302': 452n,
  '640303': 247n,
  '640323': 2_600n,
  '640324': 4_000n,
  '640381': 870n,
  '640402': 604n,
  '640422': 754n,
  '640423': 0n,
  '640424': 196n,
  '640425': 1_826n,
  '640502': 358n,
  '640521': 900n,
  '640522': -60n,
};

/** What the needs that hold a county's surplus back are for. */
export const needTitles = [
  '县级医院迁建',
  '省道改线工程',
  '农村产业融合示范园',
  '标准厂房二期',
  '城乡供水一体化',
  '光伏配套升压站',
];
