import { createHash } from 'node:crypto';
import { cleanText } from '#core/import/clean-text.ts';
import { sourceOf } from '#core/import/file-source.ts';
import type { Imported } from '#core/import/import-file.ts';
import { readSource } from '#core/import/read-source.ts';
import type { AskColumns } from '#core/import/tables/column-mapping.ts';
import type { TextSpan } from '#core/text/span.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';
import { mutate } from './mutate.ts';
import { randomFrom } from './random.ts';
import type { Sample } from './samples.ts';

/** A changed sample; the same for the same seed. */
export function makeMutant(samples: readonly Sample[], seed: number): Sample {
  const random = randomFrom(seed);
  const { name, bytes } = random.pick(samples);
  return {
    name,
    bytes: mutate(
      bytes,
      samples.map((one) => one.bytes),
      random,
    ),
  };
}

/** What is wrong with how a file was read: `[]` when it was read or refused as it should be. */
export async function tryMutant({ name, bytes }: Sample): Promise<string[]> {
  const before = hash(bytes);
  const faults: string[] = [];
  const { signal } = new AbortController();
  try {
    const columns: AskColumns = async ({ guess }) => guess;
    for await (const outcome of readSource(
      sourceOf(name, bytes),
      { columns },
      { tools: nodeTools, signal },
    )) {
      if (outcome.kind === 'imported') faults.push(...faultsOf(outcome));
      else if (outcome.reason === 'failed') faults.push(`threw: ${outcome.detail.message}`);
    }
  } catch (error) {
    faults.push(`threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  if (hash(bytes) !== before) faults.push('the bytes were changed');
  return faults;
}

/** The promises every article is stored under. */
function faultsOf({ article, original, text }: Imported): string[] {
  const canonical = new TextDecoder('utf-8', { ignoreBOM: true }).decode(text);
  const faults: string[] = [];
  if (cleanText(canonical).text !== canonical) faults.push('the text is not canonical');
  if (article.textLength !== canonical.length) faults.push('the length is not the text’s');
  if (article.textSha256 !== hash(text)) faults.push('the hash is not the text’s');
  if (article.originalSha256 !== hash(original)) faults.push('the hash is not the original’s');
  const inOrder = (what: string, spans: readonly TextSpan[]) => {
    let end = 0;
    for (const span of spans) {
      if (span.start < end || span.end <= span.start || span.end > canonical.length)
        faults.push(`${what} at ${span.start} to ${span.end} of ${canonical.length}`);
      end = span.end;
    }
  };
  inOrder('noise', article.noise);
  inOrder('damage', article.damage ?? []);
  inOrder('languages', article.languages ?? []);
  if (article.title.value.trim() === '') faults.push('the title is empty');
  if (JSON.stringify(article).length > 64 * 1024) faults.push('the record is larger than 64 KiB');
  return faults;
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
