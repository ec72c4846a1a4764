import type { Article, Damage } from '#core/article.ts';
import { dismissDamage } from '#core/reader/edit-damage.ts';
import type { Session } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { findArticle } from '#storage/articles.ts';

/** Dismiss a suspicion of damage or bring it back, as one edit. Answers whether it was kept. */
export async function commitDismissal(
  session: Session,
  { id, title, textSha256 }: Article,
  { text, damage, isDismissed }: { text: string; damage: Damage; isDismissed: boolean },
): Promise<boolean> {
  const quote = text.slice(damage.start, damage.end).slice(0, 80).toWellFormed();
  const detail = { title: title.value.slice(0, 80).toWellFormed(), quote };
  look.setState({ passage: null });
  const action = isDismissed ? 'damage.dismiss' : 'damage.restore';
  const outcome = await session.commit({ action, detail }, async () => {
    const article = await findArticle(session.db, id);
    if (article === null || article.textSha256 !== textSha256) return [];
    return dismissDamage(article, damage, isDismissed);
  });
  return outcome.ok;
}
