import { strFromU8 } from 'fflate';
import type { ProjectAnswer } from '#core/exchange/coding-project.ts';
import { parseJson } from '#core/exchange/parse-json.ts';

/** 64 MiB of JSON are some 60,000 annotations, and a few hundred megabytes once parsed. */
const largestBytes = 64 * 1024 * 1024;

/**
 * Parse a file of JSON in UTF-8. Refused are those `too-large`, of `bad-json`, nested `too-deep`, and those with a
 * `forbidden-key`.
 */
export function readJsonFile(
  bytes: Uint8Array,
): { readonly ok: true; readonly value: unknown } | Extract<ProjectAnswer, { ok: false }> {
  if (bytes.length > largestBytes)
    return { ok: false, code: 'too-large', detail: { sizeBytes: bytes.length, limitBytes: largestBytes } };
  const parsed = parseJson(strFromU8(bytes).replace(/^\ufeff/, ''));
  if (parsed.ok) return parsed;
  return { ok: false, code: parsed.code, detail: parsed.key === '' ? {} : { key: parsed.key } };
}
