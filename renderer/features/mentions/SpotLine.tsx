import { useEffect, useState } from 'react';
import type { ActorSpot } from '#core/mentions/group-actors.ts';
import { useSession } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import styles from './Suggested.module.css';

/** Units of text shown on each side. */
const around = 90;

type Line = { readonly title: string; readonly before: string; readonly after: string };

/** A passage with the words around it and the article it stands in. */
export function SpotLine({ spot }: { readonly spot: ActorSpot }) {
  const session = useSession();
  const [line, setLine] = useState<Line | null>(null);
  const { articleId, start, end, exact } = spot;
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const article = await findArticle(session.db, articleId);
      if (article === null) return null;
      const text = await session.readText(article);
      return {
        title: article.title.value,
        before: lineOf(text.slice(Math.max(0, start - around), start)),
        after: lineOf(text.slice(end, end + around)),
      };
    };
    // Without its surroundings the passage is still the passage.
    void read()
      .catch(() => null)
      .then((found) => {
        if (isWanted) setLine(found);
      });
    return () => {
      isWanted = false;
    };
  }, [session, articleId, start, end]);
  return (
    <div className={styles.row}>
      <span className={styles.words}>
        <span className={styles.before}>{line?.before}</span>
        <mark className={styles.mark}>{exact}</mark>
        <span className={styles.after}>{line?.after}</span>
      </span>
      <span className={styles.rowFacts}>{line?.title}</span>
    </div>
  );
}

function lineOf(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, ' ');
}
