import type { RailItem } from './rail.js';

export interface RailGroup {
  key: string;
  /** Null where a place stands by itself. */
  label: string | null;
  items: RailItem[];
}

/** Neighbours of one group are folded together; a group of a single place would only be one press more. */
export function railGroups(rail: readonly RailItem[]): RailGroup[] {
  const groups: RailGroup[] = [];
  for (const item of rail) {
    const last = groups.at(-1);
    if (item.group && last?.key === item.group.key) last.items.push(item);
    else groups.push({ key: item.group?.key ?? item.key, label: item.group?.label ?? null, items: [item] });
  }
  return groups.map((group) => (group.items.length > 1 ? group : { ...group, label: null }));
}
