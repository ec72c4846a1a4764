import type { ActorId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Dating } from '#core/time/dating.ts';
import type { FoundFigure } from './find-figures.ts';

/** What the program found in a text beside places. It stays a suggestion until the analyst decides. */
export type FoundItem = TextSpan & {
  /** The words as they stand in the text. */
  readonly exact: string;
} & (
    | {
        readonly kind: 'actor';
        /** Best first; empty: a person whom the registry does not have. */
        readonly actorIds: readonly ActorId[];
        /** Codes for the screen to word: an `ActorReason` or a `PersonReason`. */
        readonly reasons: readonly string[];
      }
    | { readonly kind: 'date'; readonly dating: Dating }
    | { readonly kind: 'figure'; readonly figure: Figure }
  );

/** What a figure says, without its place. */
export type Figure = Pick<FoundFigure, 'kind' | 'value' | 'qualifier' | 'unit'>;

/** Whether a suggestion is doubtful: a person nobody knows, or a name that several share and nothing tells apart. */
export function isDoubtful(item: FoundItem): boolean {
  return item.kind === 'actor' && (item.actorIds.length === 0 || item.reasons.includes('ambiguous'));
}
