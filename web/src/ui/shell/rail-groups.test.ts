import { describe, expect, test } from 'vitest';
import { railGroups } from './rail-groups.js';

const item = (key: string, group?: string) => ({
  key,
  icon: 'desk' as const,
  label: key,
  href: `/${key}`,
  ...(group === undefined ? {} : { group: { key: group, label: group.toUpperCase() } }),
});
const shape = (...rail: ReturnType<typeof item>[]) =>
  railGroups(rail).map(({ label, items }) => [label, items.map(({ key }) => key)]);

describe('the rail', () => {
  test('folds neighbours of one group together, in their order, and leaves the others alone', () => {
    expect(
      shape(item('a'), item('b', 'x'), item('c', 'x'), item('d'), item('e', 'y'), item('f', 'y')),
    ).toEqual([
      [null, ['a']],
      ['X', ['b', 'c']],
      [null, ['d']],
      ['Y', ['e', 'f']],
    ]);
  });

  test('shows a group of one place as that place', () => {
    expect(shape(item('a', 'x'), item('b', 'y'), item('c', 'y'))).toEqual([
      [null, ['a']],
      ['Y', ['b', 'c']],
    ]);
  });
});
