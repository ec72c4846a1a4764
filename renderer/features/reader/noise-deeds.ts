import type { Article, NoiseSpan } from '#core/article.ts';
import { newId } from '#core/ids.ts';
import { markNoise, spareFromNoise } from '#core/reader/edit-noise.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Session } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { findArticle } from '#storage/articles.ts';

/** Mark a passage as boilerplate of a kind, or (`null`) as text, as one edit. Answers whether it was kept. */
export async function commitNoise(
  session: Session,
  { id, title, textSha256 }: Article,
  { text, span, kind }: { text: string; span: TextSpan; kind: NoiseSpan['kind'] | null },
): Promise<boolean> {
  const quote = text.slice(span.start, span.end).slice(0, 80).toWellFormed();
  const detail = { title: title.value.slice(0, 80).toWellFormed(), quote };
  // The text is drawn anew where it was: not where the article was opened at.
  look.setState({ passage: null });
  const action = kind === null ? 'article.spare' : 'article.noise';
  // What the program finds in its wake is taken back with it.
  const group = newId<'group'>();
  const plan = async () => {
    const article = await findArticle(session.db, id);
    if (article === null || article.textSha256 !== textSha256) return [];
    return kind === null ? spareFromNoise(article, span) : markNoise(article, span, kind);
  };
  const outcome = await session.commit({ action, detail }, plan, { group });
  return outcome.ok;
}
