import { describe, expect, it } from 'vitest';
import { InvalidScenario, readScenario } from './scenario.js';

const story = (steps: object[], more: object = {}) =>
  JSON.stringify({ scenario: 1, name: 's', start: '2026-03-02T09:00:00+08:00', steps, ...more });

describe('scenario files', () => {
  it('reads the least story', () => expect(readScenario(story([])).policyPack).toBe('ningxia'));
  it('names the path of an unknown step', () => {
    expect(() => readScenario(story([{ do: 'advance' }, { do: 'conjure' }]))).toThrow(/\.steps\[1\]\.do/);
  });
  it('names an unknown field', () => {
    expect(() => readScenario(story([{ do: 'reconcile', colour: 'red' }]))).toThrow(/colour/);
  });
  it('refuses a number where an exact text belongs', () => {
    const lot = { ref: 'L', owner: '640425', quota: 'SFQ', areaHa: 80 };
    expect(() => readScenario(story([], { lots: [lot] }))).toThrow(InvalidScenario);
  });
  it('refuses what is not JSON', () => expect(() => readScenario('{')).toThrow(/not JSON/));
});
