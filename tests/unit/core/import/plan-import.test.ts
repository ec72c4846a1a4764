import { describe, expect, it } from 'vitest';
import type { BatchId, Id } from '#core/ids.ts';
import { createCopyIndex } from '#core/import/copies/copy-index.ts';
import { sketchText } from '#core/import/copies/sketch-text.ts';
import { estimateRest } from '#core/import/estimate-rest.ts';
import type { ImportedArticle } from '#core/import/import-file.ts';
import { type Arrival, type Batch, type Held, type Known, planImport } from '#core/import/plan-import.ts';
import { refuse } from '#core/import/refusal.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';
import { changeWords, createRandom, cutTo, realTexts } from './copies/perturb.ts';

function batch(): Batch {
  let made = 0;
  return {
    id: 'batch-7' as BatchId,
    now: '2026-03-04T05:06:07.000Z',
    newId: <Kind extends string>() => {
      made += 1;
      return `new-${made}` as Id<Kind>;
    },
  };
}

function arrival(
  name: string,
  hash: string,
  how: { text?: string; unreadable?: number; misread?: number } = {},
): Arrival {
  const text = how.text ?? `text of ${hash}`;
  const { id, batchId, importedAt, status, flagged, ...rest } = makeArticle(name, text, 10);
  const article: ImportedArticle = { ...rest, originalName: name, originalSha256: hash };
  const repairs = { unreadable: how.unreadable ?? 0, controls: 0, misread: how.misread ?? 0 };
  return { kind: 'imported', article, repairs, sketch: sketchText(text, []) };
}

const refused: Arrival = { kind: 'refused', name: 'x.pdf', reason: 'unsupported', detail: { format: 'pdf' } };
const known: Known = { ...makeArticle('old', 'text of h0', 3), originalSha256: 'h0' };

/** A workspace that holds `articles`, each with its text. */
function holding(...articles: readonly (readonly [Known, string])[]): Held {
  const copies = createCopyIndex();
  for (const [article, text] of articles) copies.add(article.id, sketchText(text, []));
  return { known: articles.map(([article]) => article), copies };
}

const nothing = holding();
const held = holding([known, 'text of h0']);

describe('planImport', () => {
  it('makes an article and a line in the log of a file', () => {
    const { changes, activity, counts } = planImport([arrival('a.txt', 'h1')], nothing, batch());
    expect(counts).toEqual({ imported: 1, duplicates: 0, refused: 0 });
    expect(changes.map(({ table, before }) => [table, before])).toEqual([
      ['articles', null],
      ['activity', null],
    ]);
    const article = changes[0]?.after;
    expect(article).toMatchObject({
      batchId: 'batch-7',
      importedAt: '2026-03-04T05:06:07.000Z',
      status: 'unread',
      flagged: false,
      originalSha256: 'h1',
    });
    expect(activity[0]).toMatchObject({ outcome: 'imported', articleId: article?.id, fileName: 'a.txt' });
  });

  it('calls what lost characters repaired', () => {
    const { activity, counts } = planImport([arrival('a.txt', 'h1', { unreadable: 3 })], nothing, batch());
    expect(activity[0]).toMatchObject({ outcome: 'repaired', reason: 'repaired', detail: { unreadable: 3 } });
    const misread = planImport([arrival('b.txt', 'h2', { misread: 2 })], nothing, batch());
    expect(misread.activity[0]).toMatchObject({ outcome: 'repaired', detail: { misread: 2 } });
    expect(counts.imported).toBe(1);
  });

  it('tells what was passed over apart from what was refused', () => {
    const system = refuse('a.zip', 'passed-over', { what: 'system', files: 2 });
    const { activity, counts } = planImport([system, refuse('b.bin', 'binary')], nothing, batch());
    expect(activity.map(({ outcome }) => outcome)).toEqual(['passed-over', 'refused']);
    expect(counts).toEqual({ imported: 0, duplicates: 0, refused: 1 });
  });

  it('keeps what was read in part or has no text, and says so; texts that are empty are not the same', () => {
    const scan = (name: string): Arrival => {
      const made = arrival(name, name, { text: '' });
      return { ...made, missing: { reason: 'no-text', detail: { pages: 2 } } } as Arrival;
    };
    const { activity, counts, changes } = planImport([scan('a.pdf'), scan('b.pdf')], nothing, batch());
    expect(counts).toEqual({ imported: 2, duplicates: 0, refused: 0 });
    for (const line of activity)
      expect(line).toMatchObject({ outcome: 'partly', reason: 'no-text', detail: { pages: 2 } });
    expect(changes.some(({ after }) => after && 'sameText' in after)).toBe(false);
  });

  it('makes no article of the same bytes, and names the one that is there', () => {
    const { changes, activity } = planImport([arrival('b.txt', 'h0', { text: 'other' })], held, batch());
    expect(changes.map(({ table }) => table)).toEqual(['activity']);
    expect(activity[0]).toMatchObject({
      outcome: 'duplicate',
      reason: 'duplicate',
      articleId: known.id,
      detail: { title: known.title.value },
    });
  });

  const [text = '', other = ''] = realTexts;

  /** What an import makes of articles: their texts' groups and the grounds for them. */
  function groupsOf(arrivals: readonly Arrival[], from: Held = nothing) {
    const { changes } = planImport(arrivals, from, batch());
    return changes.flatMap(({ after }) =>
      after !== null && 'originalSha256' in after ? [{ id: after.id, sameText: after.sameText ?? null }] : [],
    );
  }

  it('keeps other bytes with the same text as an article in the group of the one that is there', () => {
    const old: Known = { ...makeArticle('old', 'x', 3), originalSha256: 'h0' };
    const from = holding([old, text]);
    const { activity, counts } = planImport([arrival('b.txt', 'h9', { text: `${text}\n` })], from, batch());
    expect(counts).toEqual({ imported: 1, duplicates: 0, refused: 0 });
    expect(activity[0]).toMatchObject({
      outcome: 'imported',
      reason: 'same-text',
      detail: { sameAs: 'old' },
    });
    expect(groupsOf([arrival('b.txt', 'h9', { text: `${text}\n` })], from)[0]?.sameText).toEqual({
      group: 'old',
      basis: 'derived',
      reason: 'same-words',
      likeId: 'old',
      likeness: 1,
    });
  });

  it('groups copies inside one import with the first of them', () => {
    const near = changeWords(text, 0.01, createRandom(1));
    const half = cutTo(text, 0.5);
    const arrivals = [text, other, near, half].map((one, at) => arrival(`${at}`, `h${at}`, { text: one }));
    const [first, apart, second, third] = groupsOf(arrivals);
    expect([first?.sameText, apart?.sameText]).toEqual([null, null]);
    expect(second?.sameText).toMatchObject({ group: first?.id, reason: 'near', likeId: first?.id });
    expect(third?.sameText).toMatchObject({ group: first?.id, reason: 'part' });
  });

  it('puts a copy of a copy into the group of the first one', () => {
    const sameText = { group: 'g', basis: 'derived', reason: 'near', likeId: 'g', likeness: 0.9 } as const;
    const old = { ...makeArticle('old', 'x', 3), originalSha256: 'h0', sameText } as unknown as Known;
    expect(groupsOf([arrival('b', 'h9', { text })], holding([old, text]))[0]?.sameText?.group).toBe('g');
  });

  it('hides no other toll behind a copy that gives none', () => {
    const last = (words: string) => `${text}\nIn the evening the mayor said that ${words}.`;
    const texts = [last('at least 12 people had died'), text, last('at least fifteen people had died')];
    const arrivals = texts.map((one, at) => arrival(`${at}`, `h${at}`, { text: one }));
    const [first, silent, later] = groupsOf(arrivals);
    expect(silent?.sameText?.group).toBe(first?.id);
    // It is like the silent one too, but that stands with another toll.
    expect(later?.sameText).toBeNull();
    const [old, next, newest] = texts.map((one, at) => [
      { ...makeArticle(`old-${at}`, 'x', 3), originalSha256: `old-${at}` } as Known,
      one,
    ]) as [Known, string][];
    const among = { ...next?.[0], sameText: { ...silent?.sameText, group: 'old-0' } } as Known;
    const from = holding(old ?? [known, ''], [among, text]);
    expect(groupsOf([arrival('b', 'h9', { text: newest?.[1] ?? '' })], from)[0]?.sameText).toBeNull();
    // Nor when the silent one came first.
    const silentFirst = [1, 0, 2].map((at) => arrival(`${at}`, `h${at}`, { text: texts[at] ?? '' }));
    const [zero, one, two] = groupsOf(silentFirst);
    expect([one?.sameText?.group, two?.sameText]).toEqual([zero?.id, null]);
  });

  it('groups it with one that the analyst has put on its own, as its text', () => {
    const sameText = { group: null, basis: 'analyst', reason: 'entered', likeId: null, likeness: 0 } as const;
    const old: Known = { ...makeArticle('old', 'x', 3), originalSha256: 'h0', sameText };
    expect(groupsOf([arrival('b', 'h9', { text })], holding([old, text]))[0]?.sameText?.group).toBe('old');
  });

  it('passes over an article that was removed since the index was made', () => {
    const old: Known = { ...makeArticle('old', 'x', 3), originalSha256: 'h0' };
    const { copies } = holding([old, text]);
    expect(groupsOf([arrival('b', 'h9', { text })], { known: [], copies })[0]?.sameText).toBeNull();
  });

  it('takes no two scans without a text for the same one', () => {
    const scans = [arrival('a.pdf', 'h1', { text: '' }), arrival('b.pdf', 'h2', { text: '' })];
    expect(groupsOf(scans).map(({ sameText }) => sameText)).toEqual([null, null]);
  });

  it('finds duplicates inside one import', () => {
    const { activity, counts } = planImport(
      [arrival('a.txt', 'h1'), arrival('b.txt', 'h1')],
      nothing,
      batch(),
    );
    expect(counts).toEqual({ imported: 1, duplicates: 1, refused: 0 });
    expect(activity[1]?.articleId).toBe(activity[0]?.articleId);
  });

  it('logs a refusal and imports the rest', () => {
    const { activity, counts } = planImport([refused, arrival('a.txt', 'h1')], nothing, batch());
    expect(counts).toEqual({ imported: 1, duplicates: 0, refused: 1 });
    expect(activity[0]).toMatchObject({
      outcome: 'refused',
      reason: 'unsupported',
      detail: { format: 'pdf' },
      articleId: null,
      fileName: 'x.pdf',
    });
  });

  it('plans nothing of nothing', () => {
    expect(planImport([], held, batch()).changes).toEqual([]);
  });
});

describe('estimateRest', () => {
  it('says nothing before there is anything to go by', () => {
    expect(estimateRest({ done: 0, total: 9, bytesDone: 0, bytesTotal: 9, elapsedMs: 9000 })).toBeNull();
    expect(estimateRest({ done: 3, total: 9, bytesDone: 3, bytesTotal: 9, elapsedMs: 100 })).toBeNull();
  });

  it('expects the second half to take as long as the first', () => {
    expect(
      estimateRest({ done: 50, total: 100, bytesDone: 5e6, bytesTotal: 1e7, elapsedMs: 10_000 }),
    ).toEqual({ filesPerSecond: 5, secondsLeft: 10 });
  });

  it('expects a large last file to take longer than a small one', () => {
    const pace = { done: 9, total: 10, bytesDone: 9_000, elapsedMs: 9_000 };
    const small = estimateRest({ ...pace, bytesTotal: 10_000 })?.secondsLeft ?? 0;
    const large = estimateRest({ ...pace, bytesTotal: 1_000_000 })?.secondsLeft ?? 0;
    expect(large).toBeGreaterThan(small * 10);
  });
});
