import { reanchorFinding, reanchorHighlight, reanchorMention } from '#core/annotations/derive-again.ts';
import { locateAnchor } from '#core/annotations/locate-anchor.ts';
import { suggestPlaces } from '#core/annotations/suggest-places.ts';
import type { Article } from '#core/article.ts';
import type { Change } from '#core/history/change.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Session } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { listFindings } from '#storage/findings.ts';
import { findHighlight } from '#storage/highlights.ts';
import { listMentions } from '#storage/mentions.ts';
import { listWaitingPassages, type WaitingPassage } from '#storage/waiting-passages.ts';
import { shortQuote } from './short-quote.ts';

/** Which passage is meant. */
export type PassageName = { readonly kind: WaitingPassage['kind']; readonly id: string };

/** Give a waiting passage its place, as one edit; nothing happens when it or its article is gone. */
export async function settlePassage(
  session: Session,
  passage: WaitingPassage,
  span: TextSpan,
): Promise<boolean> {
  const { kind, record, article } = passage;
  const text = await session.readText(article);
  const outcome = await session.commit(
    { action: `${kind}.reanchor`, detail: { quote: shortQuote(record.anchor.exact) } },
    () => planSettling(session, passage, { text, textSha256: article.textSha256, span }),
  );
  return outcome.ok;
}

type Settling = { readonly text: string; readonly textSha256: string; readonly span: TextSpan };

async function planSettling(
  session: Session,
  { kind, record, article: known }: WaitingPassage,
  { text, textSha256, span }: Settling,
): Promise<readonly Change[]> {
  const article = await findArticle(session.db, known.id);
  // Read again once more meanwhile: the span is measured on a text that is no longer shown.
  if (article === null || article.textSha256 !== textSha256) return [];
  const now = new Date().toISOString();
  if (kind === 'highlight') {
    const highlight = await findHighlight(session.db, record.id);
    return highlight === null ? [] : reanchorHighlight(highlight, { article, text, span, now });
  }
  if (kind === 'finding') {
    const finding = (await listFindings(session.db, known.id)).find(({ id }) => id === record.id);
    return finding === undefined ? [] : reanchorFinding(finding, { article, text, span });
  }
  const mention = (await listMentions(session.db, known.id)).find(({ id }) => id === record.id);
  return mention === undefined ? [] : reanchorMention(mention, { article, text, span });
}

/** Give every waiting highlight whose place is likely that place, as one edit. Answers how many. */
export async function settleLikely(
  session: Session,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<number> {
  const waiting = await listWaitingPassages(session.db);
  const places = new Map<string, TextSpan>();
  const texts = new Map<string, string>();
  for (const [done, passage] of waiting.entries()) {
    if (signal.aborted) return 0;
    onProgress(done, waiting.length);
    const text = await textOf(session, passage.article, texts);
    const likely =
      text === null ? undefined : suggestPlaces(passage.record.anchor, text).find((one) => one.isLikely);
    if (likely !== undefined) places.set(passage.record.id, likely.span);
    // Let the window breathe between two searches.
    await new Promise((resolve) => setTimeout(resolve));
  }
  if (places.size === 0) return 0;
  const outcome = await session.commit(
    { action: 'highlight.reanchor-all', detail: { count: places.size } },
    async () => {
      const plans = waiting.flatMap((passage) => {
        const span = places.get(passage.record.id);
        const text = texts.get(passage.article.textSha256);
        if (span === undefined || text === undefined) return [];
        return [planSettling(session, passage, { text, textSha256: passage.article.textSha256, span })];
      });
      return (await Promise.all(plans)).flat();
    },
  );
  return outcome.ok ? places.size : 0;
}

async function textOf(
  session: Session,
  article: Article,
  texts: Map<string, string>,
): Promise<string | null> {
  const known = texts.get(article.textSha256);
  if (known !== undefined) return known;
  const text = await session.readText(article).catch(() => null);
  if (text !== null) texts.set(article.textSha256, text);
  return text;
}

/** Why a passage waits: what became of its words in the text as it is. */
export type WaitingReason = 'gone' | 'ambiguous' | 'lookalike' | 'doubled';

/** Why a passage waits. */
export function reasonOf({ record, article }: WaitingPassage, text: string): WaitingReason {
  const place = locateAnchor(record.anchor, text, article.textSha256);
  return place.kind === 'lost' ? place.reason : 'doubled';
}
