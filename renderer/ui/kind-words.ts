import { t } from '@lingui/core/macro';
import type { PointKind } from '#core/picture/map-point.ts';
import type { ItemKind } from '#core/picture/picture-item.ts';

/** What one of a kind is called, on the map and in its lists, in the language the screen is in. */
export function kindName(kind: PointKind): string {
  switch (kind) {
    case 'mention':
      return t`Place in a text`;
    case 'event':
      return t`Event`;
    case 'highlight':
      return t`Highlight`;
    case 'article':
      return t`Article`;
    case 'track':
      return t`Track`;
    case 'area':
      return t`Area`;
    default:
      return t`Suggested place`;
  }
}

/** What all of a kind are called, as the head of a lane or a box to tick. */
export function kindsName(kind: ItemKind): string {
  switch (kind) {
    case 'mention':
      return t`Places in the text`;
    case 'event':
      return t`Events`;
    case 'highlight':
      return t`Highlights`;
    case 'article':
      return t`Articles`;
    case 'track':
      return t`Tracks`;
    default:
      return t`Areas`;
  }
}
