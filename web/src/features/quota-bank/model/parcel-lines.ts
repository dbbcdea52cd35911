import { wireHa } from '../../../lib/typed.js';

export interface TypedParcel {
  code: string;
  mapSheet: string | null;
  patchNo: string | null;
  landClass: string;
  areaHa: string;
}

/** Parcels as typed or pasted from a sheet, one a line; the number of the first line that cannot be read, from 1. */
export function readParcels(text: string): { parcels: TypedParcel[] } | { fault: number } {
  const parcels: TypedParcel[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const cells = line.split(/[,，\t]/).map((cell) => cell.trim());
    const [code = '', mapSheet = '', patchNo = '', landClass = '', area = ''] = cells;
    const areaHa = wireHa(area);
    const isCode = /^[0-9]{6}[0-9A-Z]{4,24}$/.test(code);
    if (cells.length !== 5 || !isCode || landClass === '' || areaHa === null) return { fault: index + 1 };
    parcels.push({ code, mapSheet: mapSheet || null, patchNo: patchNo || null, landClass, areaHa });
  }
  return parcels.length === 0 ? { fault: 1 } : { parcels };
}
