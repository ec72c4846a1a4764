import { type ColumnMapping, type ColumnRole, columnRoles, mostTexts } from './column-mapping.ts';

/** What a column is; `null` when it is not read. */
export type ColumnUse = ColumnRole | 'text' | null;

/** What column `at` is by a mapping. */
export function columnUse({ text, roles }: ColumnMapping, at: number): ColumnUse {
  if (text.includes(at)) return 'text';
  return columnRoles.find((role) => roles[role] === at) ?? null;
}

/**
 * Say what column `at` is. Several columns may be text, in the order of the table; anything else only one can be, and
 * the one that was it before is not read any more.
 */
export function assignColumn(mapping: ColumnMapping, at: number, use: ColumnUse): ColumnMapping {
  const others = Object.entries(mapping.roles).filter(([role, column]) => column !== at && role !== use);
  const roles = use === null || use === 'text' ? others : [...others, [use, at]];
  const texts = mapping.text.filter((column) => column !== at);
  const text = use === 'text' && texts.length < mostTexts ? [...texts, at].sort((a, b) => a - b) : texts;
  return { ...mapping, text, roles: Object.fromEntries(roles) };
}
