import { useEffect, useMemo, useState } from 'react';
import { type ContextSize, contextOf } from '#core/analysis/context.ts';
import type { Passage } from '#core/analysis/passages.ts';
import type { Article } from '#core/article.ts';
import { type Session, useSession } from '#state/session.ts';

/** The words around a passage. */
export type Surroundings = {
  readonly before: string;
  readonly after: string;
  /** Whether they come from the text; otherwise only the few words kept with the passage are known. */
  readonly isWhole: boolean;
};

/** Texts read last: those of a screen of quotations, and some more. */
const recent = new Map<string, Promise<string>>();
const mostRecent = 60;

/** The text of an article, read once for quotations that stand near one another. */
export function readRecent(article: Article, readText: Session['readText']): Promise<string> {
  const there = recent.get(article.textSha256);
  if (there !== undefined) return there;
  const reading = readText(article);
  recent.set(article.textSha256, reading);
  reading.catch(() => recent.delete(article.textSha256));
  for (const sha256 of recent.keys()) {
    if (recent.size <= mostRecent) break;
    recent.delete(sha256);
  }
  return reading;
}

/** What stands around a passage in `text`; without one, or on another version of it, what is kept with the passage. */
export function surroundingsOf(
  { highlight, article }: Passage,
  text: string | null,
  size: ContextSize,
): Surroundings {
  const { anchor } = highlight;
  if (text === null || article?.textSha256 !== anchor.textSha256)
    return {
      before: anchor.prefix,
      after: anchor.suffix,
      isWhole: article?.textSha256 === anchor.textSha256,
    };
  const { start, end } = contextOf(text, anchor, size);
  return { before: text.slice(start, anchor.start), after: text.slice(anchor.end, end), isWhole: true };
}

/** Follow what stands around a passage; until its text is read, the words kept with it. */
export function useQuotation(passage: Passage, size: ContextSize): Surroundings {
  const { readText } = useSession();
  const [read, setRead] = useState<{ sha256: string; text: string } | null>(null);
  const { article } = passage;
  const sha256 = article?.textSha256 ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another text has to be read anew.
  useEffect(() => {
    if (article === null) return;
    let isCurrent = true;
    readRecent(article, readText).then(
      (text) => {
        if (isCurrent) setRead({ sha256: article.textSha256, text });
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [sha256, readText]);
  const text = read !== null && read.sha256 === sha256 ? read.text : null;
  const { unit, count } = size;
  return useMemo(() => surroundingsOf(passage, text, { unit, count }), [passage, text, unit, count]);
}
