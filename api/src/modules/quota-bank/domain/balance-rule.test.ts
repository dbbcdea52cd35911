import { quantities } from '@muheng/contracts/common/component';
import { renderProblem } from '@muheng/contracts/common/problems';
import { expect, it } from 'vitest';
import { refuseImbalance } from './balance-rule.js';

const occupied = quantities(10_000n, 5_000n, 60_000_000n);

it.each([
  [quantities(10_000n, 5_000n, 60_000_000n), null],
  [quantities(20_000n, 5_001n, 60_000_001n), null],
  [quantities(9_999n, 0n, 0n), 'area'],
  [quantities(10_000n, 4_999n, 0n), 'paddy'],
  [quantities(10_000n, 5_000n, 59_999_999n), 'capacity'],
])('supplied %o lacks %s', (supplied, component) => {
  expect(refuseImbalance(occupied, supplied)?.params?.['component'] ?? null).toBe(component);
});

it('names the rule in the words of the field', () => {
  const params = refuseImbalance(occupied, quantities(10_000n, 0n, 0n))?.params;
  expect(renderProblem('quota.balance-rule', 'zh-CN', params)).toBe(
    '不符合“占水田补水田”：占用 0.5000 公顷，补充 0.0000 公顷，缺 0.5000 公顷。请增加补充的水田。',
  );
});
