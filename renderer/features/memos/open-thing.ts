import type { MemoTarget } from '#core/memos/memo.ts';
import { look, openArticle, openHighlight, showInspector } from '#state/workspace.ts';
import type { Database } from '#storage/database.ts';
import { findHighlight } from '#storage/highlights.ts';
import { openWriting } from './memo-desk.ts';

/** Go to what a memo is on or leads to; nothing happens when it is gone. */
export async function openThing(db: Database, target: MemoTarget): Promise<void> {
  switch (target.kind) {
    case 'article':
      openArticle(target.id);
      return;
    case 'tag':
      look.setState({ tagId: target.id });
      showInspector('codebook');
      return;
    case 'highlight': {
      const highlight = await findHighlight(db, target.id);
      if (highlight === null) return;
      const { articleId, start, end } = highlight.anchor;
      openHighlight(articleId, target.id, { start, end });
      showInspector('highlights');
      return;
    }
    case 'memo':
      openWriting(target.id);
  }
}
