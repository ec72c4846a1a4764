import type { AreaId, EventId, HighlightId, TrackId } from '#core/ids.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { openEvent } from '#features/events/event-desk.ts';
import { openArticle, openHighlight, openShape } from '#state/workspace.ts';

/** Show what an item of map or timeline leads to: an event, a track or an area itself, otherwise its passage. */
export function openItem({ kind, recordId, articleId, span }: PictureItem): void {
  if (kind === 'event') openEvent(recordId as EventId);
  else if (kind === 'track') openShape({ kind, id: recordId as TrackId });
  else if (kind === 'area') openShape({ kind, id: recordId as AreaId });
  else if (articleId !== null && kind === 'highlight' && span !== null)
    openHighlight(articleId, recordId as HighlightId, span);
  else if (articleId !== null) openArticle(articleId, span);
}
