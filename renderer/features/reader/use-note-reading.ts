import { type RefObject, useEffect, useRef } from 'react';
import type { Article } from '#core/article.ts';
import { newId } from '#core/ids.ts';
import { noteReading } from '#core/reader/note-reading.ts';
import { createViewWatch, type ViewedPart } from '#core/reader/watch-view.ts';
import type { TextSpan } from '#core/text/span.ts';
import { desktop } from '#state/desktop.ts';
import { type Session, useSession } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { findReading } from '#storage/readings.ts';

/** What stands in view this long was looked at; what is open as long was opened, not passed over in a list. */
const lookMs = 1_500;

/** What was read since is noted at most this often: each note is a record of the journal. */
const noteMs = 20_000;

type NoteReadingParts = {
  readonly article: Article;
  readonly text: string;
  readonly body: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
};

/**
 * Note, beside the edits, that the article is open and which of its paragraphs stand in view long enough to be read
 * while the window has the focus.
 */
export function useNoteReading({ article, text, body, scroller }: NoteReadingParts): void {
  const session = useSession();
  const { id, textSha256 } = article;
  const title = useRef(article.title.value);
  title.current = article.title.value;
  useEffect(() => {
    if (body.current === null || scroller.current === null) return;
    const inView = watchInView(body.current, scroller.current);
    const watch = createViewWatch();
    let read: TextSpan[] = [];
    let notedAt: number | null = null;
    const note = () => {
      const spans = read;
      read = [];
      notedAt = performance.now();
      void commitReading(session, { articleId: id, textSha256, text, spans, title: title.current });
    };
    const look = () => {
      const isLooked = document.hasFocus() && !document.hidden;
      const starts = watch.look(isLooked ? inView.parts() : new Map());
      read.push(...starts.map((start) => ({ start, end: lineEnd(text, start) })));
      const isDue = notedAt === null || (read.length > 0 && performance.now() - notedAt >= noteMs);
      if (isDue) note();
    };
    const noteRest = () => {
      if (read.length > 0) note();
    };
    const timer = setInterval(look, lookMs);
    const stop = desktop().on('closing', noteRest);
    return () => {
      clearInterval(timer);
      stop();
      inView.stop();
      noteRest();
    };
  }, [session, id, textSha256, text, body, scroller]);
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** Follow which paragraphs are in view, and tell when asked which parts of them. */
function watchInView(body: HTMLElement, scroller: HTMLElement) {
  const shown = new Set<HTMLElement>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof HTMLElement)) continue;
        if (isIntersecting) shown.add(target);
        else shown.delete(target);
      }
    },
    { root: scroller },
  );
  for (const paragraph of body.querySelectorAll<HTMLElement>('[data-start]')) observer.observe(paragraph);
  return {
    parts: (): ReadonlyMap<number, ViewedPart> => {
      const frame = scroller.getBoundingClientRect();
      const parts = new Map<number, ViewedPart>();
      for (const paragraph of shown) {
        const { top, bottom, height } = paragraph.getBoundingClientRect();
        const from = (Math.max(top, frame.top) - top) / height;
        const to = (Math.min(bottom, frame.bottom) - top) / height;
        if (height > 0 && from < to) parts.set(Number(paragraph.dataset.start), { from, to });
      }
      return parts;
    },
    stop: () => observer.disconnect(),
  };
}

type ReadNow = {
  readonly articleId: Article['id'];
  readonly textSha256: string;
  readonly text: string;
  readonly spans: readonly TextSpan[];
  readonly title: string;
};

/** Keep what was read; that it could not be kept is told as with every edit. */
async function commitReading(session: Session, { title, ...read }: ReadNow): Promise<void> {
  const { db, analystId } = session;
  const { articleId, textSha256, spans } = read;
  const at = new Date().toISOString();
  const action = spans.length === 0 ? 'article.open' : 'article.read';
  await session.commit(
    { action, detail: { title: title.slice(0, 80).toWellFormed(), count: spans.length } },
    async () => {
      const article = await findArticle(db, articleId);
      if (article === null) return [];
      const known = await findReading(db, { articleId, analystId, textSha256 });
      const unreadSince = article.status === 'unread' ? (article.statusAt ?? null) : null;
      return noteReading(known, { ...read, analystId, at, unreadSince }, newId);
    },
    { beside: true },
  );
}
