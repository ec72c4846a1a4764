import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NoiseSpan } from '#core/article.ts';
import { type Imported, importFile } from '#core/import/import-file.ts';
import type { TextSpan } from '#core/text/span.ts';
import { nodeTools } from './node-tools.ts';

type Quote = TextSpan & { readonly quote: string };
type Truth = {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly title: { readonly value: string | null; readonly stated: boolean; readonly quote?: Quote };
  readonly language: { readonly body: string; readonly foreign_fragments?: readonly Quote[] };
  readonly publish_date: {
    readonly stated: string | null;
    readonly inferred: string;
    readonly basis_quote?: Quote;
  };
  /** The site that handed the text on: our carrier. */
  readonly publisher: { readonly stated: string | null; readonly basis_quote?: Quote };
  /** Who first published it: our publisher. */
  readonly original_source: { readonly stated: string | null; readonly basis_quote?: Quote };
  readonly byline: { readonly stated: string | null };
  readonly provenance_chain: readonly string[];
  readonly noise: readonly (Quote & { readonly type: string })[];
  readonly body_span: readonly [number, number];
};

const truths: Truth[] = JSON.parse(readFileSync('tests/fixtures/seed-truth.json', 'utf8')).articles;

async function importSeed(file: string): Promise<{ imported: Imported; text: string }> {
  const outcome = await importFile({ name: file, bytes: readFileSync(`seeds/${file}`) }, nodeTools);
  if (outcome.kind === 'refused') throw new Error(`${file} was refused: ${outcome.reason}`);
  return { imported: outcome, text: new TextDecoder().decode(outcome.text) };
}

/** For every character whether a span covers it. */
function cover(length: number, spans: readonly TextSpan[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  return covered;
}

const recall = { found: 0, all: 0 };

describe.each(truths)('seed $id', (truth) => {
  it('keeps the text as it is, so that offsets into the file are offsets into the text', async () => {
    const { imported, text } = await importSeed(truth.file);
    expect(text).toBe(readFileSync(`seeds/${truth.file}`, 'utf8'));
    expect(imported.article.originalSha256).toBe(truth.sha256);
    expect(imported.article.textSha256).toBe(truth.sha256);
    expect(imported.article.textLength).toBe(text.length);
    expect(imported.article.encoding).toBe('utf-8');
    expect(imported.repairs).toEqual({ unreadable: 0, controls: 0, misread: 0 });
  });

  it('takes the printed headline, or derives a title and says so', async () => {
    const { imported, text } = await importSeed(truth.file);
    const { title } = imported.article;
    expect(title.basis).toBe(truth.title.stated ? 'stated' : 'derived');
    if (truth.title.value !== null) {
      expect(title.value).toBe(truth.title.value);
      expect(title.evidence && text.slice(title.evidence.start, title.evidence.end)).toBe(truth.title.value);
    } else {
      // Derived from the first sentence of the body.
      expect(title.evidence?.start).toBe(truth.body_span[0]);
      expect(text.slice(title.evidence?.start, title.evidence?.end)).toContain(title.value.replace('…', ''));
    }
  });

  it('takes the date that is stated, and no other', async () => {
    const { imported, text } = await importSeed(truth.file);
    const date = imported.article.publishedAt;
    if (truth.publish_date.stated === null) return expect(date).toBeNull();
    expect(date?.value.iso).toBe(truth.publish_date.stated.slice(0, 16).replace(' ', 'T'));
    expect(date?.value.precision).toBe('minute');
    expect(date?.basis).toBe('stated');
    expect(date?.evidence).toEqual({
      start: truth.publish_date.basis_quote?.start,
      end: truth.publish_date.basis_quote?.end,
    });
    expect(text.slice(date?.evidence?.start, date?.evidence?.end)).toBe(date?.value.printed);
  });

  it('infers a date only where none is stated: a range that holds the true one and completes no year', async () => {
    const { imported, text } = await importSeed(truth.file);
    const { inferredDate } = imported.article;
    if (truth.publish_date.stated !== null) return expect(inferredDate).toBeUndefined();
    expect(inferredDate?.basis).toBe('derived');
    const { from, until } = inferredDate?.value ?? { from: null, until: null };
    expect(until).toBeNull();
    // What the analyst worked out with knowledge from outside lies in the range.
    const known = truth.publish_date.inferred.slice(0, 7);
    expect(from && from <= known).toBe(true);
    expect(text.slice(inferredDate?.evidence?.start, inferredDate?.evidence?.end)).toContain(from);
  });

  it('finds the passages in another language, and no others', async () => {
    const { imported, text } = await importSeed(truth.file);
    const found = (imported.article.languages ?? []).map(({ start, end }) => text.slice(start, end));
    const fragments = [...(truth.language.foreign_fragments ?? [])].sort((a, b) => a.start - b.start);
    expect(found).toEqual(fragments.map(({ quote }) => quote));
  });

  it('suggests that it was translated by a machine where the truth says so, and nowhere else', async () => {
    const { imported } = await importSeed(truth.file);
    const { translation } = imported.article;
    if (!truth.provenance_chain.some((step) => /^(?:round-trip )?machine/.test(step)))
      return expect(translation).toBeUndefined();
    expect(translation).toMatchObject({ value: { by: 'machine' }, basis: 'derived' });
    expect(['fr', null]).toContain(translation?.value.from);
  });

  it('names the language of the body', async () => {
    const { imported } = await importSeed(truth.file);
    expect(imported.article.language).toMatchObject({ value: truth.language.body, basis: 'derived' });
  });

  it('tells the carrier from the publisher, as far as they are stated', async () => {
    const { imported, text } = await importSeed(truth.file);
    const { publisher, carrier, byline } = imported.article;
    const expected = { publisher: truth.original_source, carrier: truth.publisher };
    for (const [role, field] of Object.entries({ publisher, carrier })) {
      const { stated, basis_quote } = expected[role as 'publisher' | 'carrier'];
      if (stated === null) {
        expect(field, role).toBeNull();
        continue;
      }
      expect(stated.startsWith(field?.value ?? '—'), `${role} ${field?.value}`).toBe(true);
      const evidence = text.slice(field?.evidence?.start, field?.evidence?.end);
      expect(evidence).toContain(field?.value);
      expect(basis_quote?.quote).toContain(evidence);
    }
    if (truth.byline.stated === null) expect(byline).toBeNull();
    else expect(truth.byline.stated.startsWith(byline?.value ?? '—'), byline?.value).toBe(true);
  });

  it('marks noise, and not one character of the body', async () => {
    const { imported, text } = await importSeed(truth.file);
    const found = cover(text.length, imported.article.noise);
    const noise = cover(text.length, truth.noise);
    const [bodyStart, bodyEnd] = truth.body_span;
    const lost: string[] = [];
    for (const span of imported.article.noise)
      for (let at = span.start; at < span.end; at++)
        if (at >= bodyStart && at < bodyEnd && noise[at] === 0 && /\S/.test(text.charAt(at)))
          lost.push(text.slice(span.start, span.end));
    expect(lost).toEqual([]);
    const missed = truth.noise.filter(({ start, end }) =>
      found.subarray(start, end).some((one, at) => one === 0 && /\S/.test(text.charAt(start + at))),
    );
    expect(missed.map(({ quote }) => quote)).toEqual([]);
    recall.all += noise.reduce((sum, one) => sum + one, 0);
    recall.found += noise.reduce((sum, one, at) => sum + (one & (found[at] ?? 0)), 0);
    expect(sorted(imported.article.noise)).toBe(true);
  });
});

function sorted(spans: readonly NoiseSpan[]): boolean {
  return spans.every((span, at) => at === 0 || span.start >= (spans[at - 1]?.end ?? 0));
}

it('finds all noise of the five seeds', () => {
  expect(recall.all).toBeGreaterThan(1500);
  // The rest is white space between lines.
  expect(recall.found / recall.all).toBeGreaterThanOrEqual(0.99);
});

it('hashes the bytes as they came', () => {
  for (const { file, sha256 } of truths)
    expect(
      createHash('sha256')
        .update(readFileSync(`seeds/${file}`))
        .digest('hex'),
    ).toBe(sha256);
});
