import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Finding } from '#core/mentions/finding.ts';
import type { Database } from './database.ts';

/** A passage that was made on another version of its article's text, and waits for the analyst. */
export type WaitingPassage =
  | { readonly kind: 'highlight'; readonly record: Highlight; readonly article: Article }
  | { readonly kind: 'mention'; readonly record: Mention; readonly article: Article }
  | { readonly kind: 'finding'; readonly record: Finding; readonly article: Article };

/**
 * Every passage that waits for review, by article and then in the order of the text it was made on. Reads the hashes
 * of the index alone while nothing waits.
 */
export async function listWaitingPassages(db: Database): Promise<WaitingPassage[]> {
  return db.transaction('r', db.articles, db.highlights, db.mentions, db.findings, async () => {
    const current = new Set((await db.articles.orderBy('textSha256').uniqueKeys()) as string[]);
    const stale = async (table: 'highlights' | 'mentions' | 'findings') =>
      ((await db[table].orderBy('anchor.textSha256').uniqueKeys()) as string[]).filter(
        (hash) => !current.has(hash),
      );
    const [ofHighlights, ofMentions, ofFindings] = [
      await stale('highlights'),
      await stale('mentions'),
      await stale('findings'),
    ];
    const highlights = await db.highlights.where('anchor.textSha256').anyOf(ofHighlights).toArray();
    const mentions = await db.mentions.where('anchor.textSha256').anyOf(ofMentions).toArray();
    const findings = await db.findings.where('anchor.textSha256').anyOf(ofFindings).toArray();
    const ids = [...highlights, ...mentions, ...findings].map(({ anchor }) => anchor.articleId);
    const articles = new Map(
      (await db.articles.bulkGet([...new Set(ids)])).flatMap((one) => (one ? [[one.id, one] as const] : [])),
    );
    const waiting: WaitingPassage[] = [];
    for (const record of highlights) {
      const article = articles.get(record.anchor.articleId);
      if (article) waiting.push({ kind: 'highlight', record, article });
    }
    for (const record of mentions) {
      const article = articles.get(record.anchor.articleId);
      if (article) waiting.push({ kind: 'mention', record, article });
    }
    for (const record of findings) {
      const article = articles.get(record.anchor.articleId);
      if (article) waiting.push({ kind: 'finding', record, article });
    }
    return waiting.sort(
      (a, b) =>
        (a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : 0) ||
        a.record.anchor.start - b.record.anchor.start,
    );
  });
}
