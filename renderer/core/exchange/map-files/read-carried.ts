import { parseJson } from '#core/exchange/parse-json.ts';
import { recordSchemas } from '#core/exchange/record-schemas.ts';
import { isMapTable, type MapRecord } from './map-feature.ts';

/** The record that a feature of ours carries; `null` when it is not one, or not whole. */
export function readCarried(carried: string): MapRecord | null {
  const parsed = parseJson(carried);
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return null;
  const { table, record } = parsed.value as { readonly table?: unknown; readonly record?: unknown };
  if (typeof table !== 'string' || !isMapTable(table as MapRecord['table'])) return null;
  const checked = recordSchemas[table as MapRecord['table']].safeParse(record);
  return checked.success ? ({ table, record: checked.data } as MapRecord) : null;
}
