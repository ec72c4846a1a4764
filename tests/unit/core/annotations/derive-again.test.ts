import { describe, expect, it } from 'vitest';
import { planDerivation } from '#core/annotations/derive-again.ts';
import type { Article, Damage, NoiseSpan } from '#core/article.ts';
import type { ImportedArticle } from '#core/import/import-file.ts';
import { importFile } from '#core/import/import-file.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';

async function read(
  text: string,
): Promise<{ imported: Parameters<typeof planDerivation>[0]['imported']; text: string }> {
  const outcome = await importFile({ name: 'a.txt', bytes: new TextEncoder().encode(text) }, nodeTools);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return { imported: outcome.article, text: new TextDecoder().decode(outcome.text) };
}

async function article(text: string): Promise<Article> {
  const { imported } = await read(text);
  const id = 'a' as Article['id'];
  const batchId = 'b' as Article['batchId'];
  return { id, batchId, importedAt: '2024-01-01T00:00:00Z', ...imported, status: 'unread', flagged: false };
}

const now = '2024-02-02T00:00:00Z';
const words = 'The army took the town on Monday and held it. Its colonel spoke of a victory. […]';

describe('planDerivation', () => {
  it('plans nothing when nothing comes out otherwise', async () => {
    const kept = await article(words);
    const { imported, text } = await read(words);
    const plan = planDerivation({
      article: kept,
      before: text,
      imported,
      after: text,
      highlights: [],
      mentions: [],
      findings: [],
      now,
    });
    expect(plan.changes).toEqual([]);
  });

  it('brings what is found now into an article whose text stays', async () => {
    const { damage: _, ...older } = await article(words);
    const { imported, text } = await read(words);
    const plan = planDerivation({
      article: older,
      before: text,
      imported,
      after: text,
      highlights: [],
      mentions: [],
      findings: [],
      now,
    });
    expect(plan.changes).toHaveLength(1);
    expect(plan.changes[0]?.after).toMatchObject({ damage: imported.damage });
    expect(imported.damage?.length).toBeGreaterThan(0);
  });

  it('leaves dismissed what was dismissed, also where the text around it moves', async () => {
    const kept = await article(words);
    const dismissed = kept.damage?.map((one): Damage => ({ ...one, dismissed: true })) ?? [];
    const { imported, text } = await read(`A line in front.\n\n${words}`);
    const plan = planDerivation({
      article: { ...kept, damage: dismissed },
      before: words,
      imported,
      after: text,
      highlights: [],
      mentions: [],
      findings: [],
      now,
    });
    const after = (plan.changes[0]?.after as Article | undefined)?.damage;
    expect(after?.map(({ start, end }) => text.slice(start, end))).toEqual(['[…]']);
    expect(after?.every((one) => one.dismissed)).toBe(true);
  });

  it('keeps what only the mailbox or table it came in said of it', async () => {
    const kept = await article(words);
    const said = { value: 'Niger Times', basis: 'stated', evidence: null, reason: 'meta' } as const;
    const container = { name: 'a.csv', sha256: '0'.repeat(64), sizeBytes: 9, path: '#1' };
    const { imported, text } = await read(`${words} More.`);
    const plan = planDerivation({
      article: { ...kept, publisher: said, title: said, container },
      before: words,
      imported,
      after: text,
      highlights: [],
      mentions: [],
      findings: [],
      now,
    });
    expect(plan.changes[0]?.after).toMatchObject({ publisher: said, title: said, container });
  });
});

const before = 'Menu\nThe army left Gao.\nOur partners wish you well.\nThe end of it all came later.';
const after = `Une ligne neuve\n${before}`;

function spanOf(text: string, words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

function derive(article: Partial<Article>, imported: Partial<ImportedArticle>): Article {
  const whole = { ...makeArticle('a', 'a'.repeat(64), before.length), ...article };
  const { id: _, batchId: __, importedAt: ___, status: ____, flagged: _____, ...now } = whole;
  const { changes } = planDerivation({
    article: whole,
    before,
    after,
    imported: { ...now, noise: [], textSha256: 'b'.repeat(64), textLength: after.length, ...imported },
    highlights: [],
    mentions: [],
    findings: [],
    now: '2024-09-25T08:00:00.000Z',
  });
  return changes[0]?.after as Article;
}

describe('boilerplate in a text that is read again', () => {
  const menu = (text: string): NoiseSpan => ({ ...spanOf(text, 'Menu'), kind: 'menu' });

  it('is what the program finds now, with what the analyst marked at its new place', () => {
    const byHand: NoiseSpan = {
      ...spanOf(before, 'Our partners wish you well.'),
      kind: 'notice',
      basis: 'analyst',
    };
    const { noise } = derive({ noise: [menu(before), byHand] }, { noise: [menu(after)] });
    expect(noise).toEqual([menu(after), { ...byHand, ...spanOf(after, 'Our partners wish you well.') }]);
  });

  it('leaves out what the analyst said is text', () => {
    const { noise, spared } = derive(
      { noise: [], spared: [spanOf(before, 'Menu')] },
      { noise: [menu(after)] },
    );
    expect(noise).toEqual([]);
    expect(spared).toEqual([spanOf(after, 'Menu')]);
  });
});

describe('the header of an article that is read again', () => {
  it('keeps what came with its mailbox, table or archive, which its bytes alone do not say', () => {
    const address = {
      value: 'https://example.org/',
      basis: 'stated',
      evidence: null,
      reason: 'archive',
    } as const;
    const byline = { value: 'Awa Diallo', basis: 'stated', evidence: null, reason: 'mail' } as const;
    const derived = derive({ address, byline }, { byline: null });
    expect(derived.address).toEqual(address);
    expect(derived.byline).toEqual(byline);
  });

  it('takes what the program finds now, and lets go of what it no longer does', () => {
    const old = {
      value: { from: '2017', until: null },
      basis: 'derived',
      evidence: null,
      reason: 'text',
    } as const;
    const languages = [{ start: 0, end: 15, language: 'fr' }] as const;
    const derived = derive({ inferredDate: old }, { languages });
    expect(derived.languages).toEqual(languages);
    expect(derive({ languages }, { languages: [] }).languages).toEqual([]);
  });
});
