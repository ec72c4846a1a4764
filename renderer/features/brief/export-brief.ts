import type { BriefWords } from '#core/brief/brief-words.ts';
import { composeBrief } from '#core/brief/compose-brief.ts';
import type { ComposedBrief } from '#core/brief/composed-brief.ts';
import { toHtml } from '#core/exchange/to-html.ts';
import { toMarkdown } from '#core/exchange/to-markdown.ts';
import type { BriefId } from '#core/ids.ts';
import type { SaveAnswer } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import type { Session } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import { findBrief, listBlocks } from '#storage/briefs.ts';
import { listAllHighlights } from '#storage/highlights.ts';
import { listAllMentions } from '#storage/mentions.ts';
import { listTags } from '#storage/tags.ts';
import { readShapes } from '#storage/tracks.ts';
import { drawPictures } from './draw-figure-png.ts';
import { loadMapBase } from './load-map-base.ts';

/** The formats a brief is written in. */
export type BriefFormat = 'pdf' | 'html' | 'markdown' | 'docx';

/** What came of an export; `null` when the analyst cancelled it. */
export type ExportOutcome = { readonly answer: SaveAnswer; readonly composed: ComposedBrief } | null;

/** Write a brief as it is stored once all that was typed is kept, and save it where the analyst chooses. */
export async function exportBrief(
  session: Session,
  {
    briefId,
    format,
    words,
  }: { readonly briefId: BriefId; readonly format: BriefFormat; readonly words: BriefWords },
): Promise<ExportOutcome> {
  const composed = await composeStored(session, briefId, words);
  if (composed === null) return null;
  const content = await write(composed, format);
  const answer = await desktop().saveFile({ suggestedName: composed.title, kind: format, content });
  return answer === null ? null : { answer, composed };
}

async function composeStored(
  session: Session,
  briefId: BriefId,
  words: BriefWords,
): Promise<ComposedBrief | null> {
  const { db } = session;
  // An empty edit has its turn after all that was asked for before it: the last words typed are then stored.
  await session.commit({ action: 'brief.write', detail: {} }, () => []);
  const brief = await findBrief(db, briefId);
  if (brief === null) return null;
  const blocks = await listBlocks(db, briefId);
  const hasMap = blocks.some(({ content }) => content.kind === 'map');
  const base = hasMap ? await loadMapBase().catch(() => null) : null;
  return composeBrief({
    brief,
    blocks,
    highlights: await listAllHighlights(db),
    articles: await listArticles(db),
    tags: await listTags(db),
    mentions: await listAllMentions(db),
    ...(await readShapes(db)),
    base,
    words,
  });
}

async function write(composed: ComposedBrief, format: BriefFormat): Promise<string | Uint8Array> {
  switch (format) {
    case 'html':
      return toHtml(composed);
    case 'markdown':
      return toMarkdown(composed);
    case 'pdf':
      return desktop().printPdf({ html: toHtml(composed), title: composed.title, label: composed.tlp.label });
    case 'docx': {
      // The largest part of the program's exports: loaded when it is wanted.
      const { toDocx } = await import('#core/exchange/to-docx.ts');
      return toDocx(composed, await drawPictures(composed));
    }
  }
}
