import {
  cities,
  counties,
  operatorCode,
  regionDepartmentCode,
  regionFinanceCode,
  regionGovernmentCode,
} from '@muheng/contracts/common/regions';
import { v7 as uuidv7 } from 'uuid';

const seats = [
  [regionDepartmentCode, 'region-department', '自治区自然资源厅', 'Region Department of Natural Resources'],
  [regionGovernmentCode, 'region-government', '自治区人民政府', 'Region Government'],
  [regionFinanceCode, 'region-finance', '自治区财政厅', 'Region Department of Finance'],
  [operatorCode, 'operator', '自治区公共资源交易中心', 'Region Public Resource Exchange'],
] as const;

/** The seats of government that every market of the region has (domain §4, §15). Those already there stay. */
export async function foundParties(
  query: (sql: string, params: unknown[]) => Promise<unknown>,
): Promise<void> {
  const rows = [
    ...seats.map(([code, kind, zh, en]) => ({ code, kind, zh, en, region: '640000' })),
    ...cities.map(({ code, zh, en }) => ({ code, kind: 'city', zh, en, region: code })),
    ...counties.map(({ code, zh, en }) => ({ code, kind: 'county', zh, en, region: code })),
  ];
  await query(
    `insert into party (id, code, kind, name_zh, name_en, region_code, created_at)
     select id, code, kind, zh, en, region, app_now()
     from jsonb_to_recordset($1::jsonb) as t (id uuid, code text, kind text, zh text, en text, region text)
     on conflict (code) do nothing`,
    [JSON.stringify(rows.map((row) => ({ id: uuidv7(), ...row })))],
  );
}
