/** The sales of the demo world's last months, as offsets in days from now at which each notice is published. */
export interface Sale {
  ref: string;
  title: string;
  seller: string;
  noticeDay: number;
  areaHa: string;
  /** How much of the area is paddy. */
  paddyHa: string;
  startCnyPerMu: number;
  /** Who bids, in order, each one step above the one before; `timed` bids come after listing end. */
  bidders: readonly string[];
  rounds: number;
  timedRounds: number;
  settle: boolean;
}

const sale = (
  ref: string,
  title: string,
  seller: string,
  noticeDay: number,
  areaHa: string,
  bidders: readonly string[],
  more: Partial<Sale> = {},
): Sale => ({
  ref,
  title,
  seller,
  noticeDay,
  areaHa,
  bidders,
  paddyHa: '0.0000',
  startCnyPerMu: 50_000,
  rounds: 2,
  timedRounds: 1,
  settle: true,
  ...more,
});

/** Listing end comes 15 days after notice: a notice of 15 days ago less ten minutes ends ten minutes from now. */
const minutes = (n: number): number => n / 1_440;

export const sales: readonly Sale[] = [
  sale('S01', '盐池县旱地指标', '640323', -112, '20.0000', ['640106', 'NDGW']),
  sale('S02', '同心县旱地指标', '640324', -98, '40.0000', ['NDGW', '640181'], { timedRounds: 2 }),
  sale('S03', '青铜峡市旱地指标', '640381', -84, '12.0000', ['640106', '640104'], { startCnyPerMu: 52_000 }),
  sale('S04', '原州区旱地指标', '640402', -70, '10.0000', ['RAIL-1', '640106'], { timedRounds: 3 }),
  sale('S05', '西吉县旱地指标', '640422', -60, '15.0000', ['640106'], { timedRounds: 0, rounds: 1 }),
  sale('S06', '平罗县旱地指标', '640221', -50, '18.0000', ['NDGW', '640106'], { startCnyPerMu: 54_000 }),
  sale('S07', '彭阳县旱地指标', '640425', -42, '60.8544', ['640106', 'NDGW', '640181'], { timedRounds: 4 }),
  sale('S08', '利通区旱地指标', '640302', -33, '9.0000', [], { rounds: 0, timedRounds: 0, settle: false }),
  sale('S09', '惠农区旱地指标', '640205', -18, '16.0000', ['640106', 'RAIL-1'], { settle: false }),
  sale('L1', '平罗县水旱组合指标', '640221', -15 + minutes(75), '40.0000', ['640106', 'NDGW', '640181'], {
    startCnyPerMu: 70_000,
    paddyHa: '30.0000',
    rounds: 5,
    timedRounds: 0,
    settle: false,
  }),
  sale('L2', '同心县旱地指标', '640324', -13.4, '133.3334', ['640106', 'NDGW'], {
    timedRounds: 0,
    settle: false,
  }),
  sale('L3', '中宁县旱地指标', '640521', -11.6, '20.0000', ['640106', '640181'], {
    timedRounds: 0,
    settle: false,
    startCnyPerMu: 70_000,
    rounds: 1,
  }),
  sale('L4', '盐池县旱地指标', '640323', -6, '86.6667', [], { timedRounds: 0, settle: false, rounds: 0 }),
  sale('L5', '青铜峡市旱地指标', '640381', -2.5, '24.0000', [], { timedRounds: 0, settle: false, rounds: 0 }),
  sale('L6', '永宁县水田指标', '640121', -4.3, '20.0000', [], {
    timedRounds: 0,
    settle: false,
    rounds: 0,
    startCnyPerMu: 80_000,
    paddyHa: '20.0000',
  }),
];
