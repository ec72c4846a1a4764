import type { ActorId, TagId } from '#core/ids.ts';
import type { ItemKind, PictureItem, Stretch } from '#core/picture/picture-item.ts';
import { markItems, type TimelineMark } from '#core/timeline/timeline-mark.ts';

/** A stretch of days; `null`: open at that end. */
export function days(from: string | null, until = from, basis: Stretch['basis'] = 'stated'): Stretch {
  return { from, until, basis };
}

/** An item with only what a test says of it. */
export function item(id: string, part: Partial<PictureItem> = {}): PictureItem {
  return {
    id,
    kind: 'event' as ItemKind,
    recordId: id,
    title: id,
    place: null,
    when: null,
    published: null,
    articleId: null,
    span: null,
    actorIds: [] as ActorId[],
    tagIds: [] as TagId[],
    source: '',
    grade: null,
    ...part,
  };
}

/** The marks of items, by when things happened. */
export function marksOf(items: readonly PictureItem[]): readonly TimelineMark[] {
  return markItems(items, { timeOf: 'event', eachPlace: false }).marks;
}
