import { describe, expect, it } from 'vitest';
import { rowsOf } from './name-rows.js';

describe('names pasted from a sheet', () => {
  it('are read whatever parts the columns, empty lines left out', () => {
    expect(rowsOf('马建国,1001,0.3333\n\n李 秀英\t2001\t1\n王五，3001，12.5\n')).toEqual({
      rows: [
        { name: '马建国', accountTail: '1001', areaHa: '0.3333' },
        { name: '李 秀英', accountTail: '2001', areaHa: '1.0000' },
        { name: '王五', accountTail: '3001', areaHa: '12.5000' },
      ],
      wrongLine: null,
    });
  });

  it.each(['马建国,101,0.3', '马建国,1001', '马建国,1001,0.33333', '1001,0.3'])(
    'says which line is wrong: %s',
    (line) => {
      expect(rowsOf(`李秀英,2001,1\n${line}`).wrongLine).toBe(2);
    },
  );
});
