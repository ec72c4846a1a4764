import type { KeyboardEvent } from 'react';
import type { Highlight, HighlightMark } from '#core/annotations/highlight.ts';
import { pressedCommand } from '#state/keys.ts';
import type { ListedDeeds } from './use-listed-deeds.ts';
import type { Picked } from './use-picked.ts';

type ListKeysParts = {
  /** The listed highlights in their order. */
  readonly shown: readonly Highlight[];
  readonly picked: Picked;
  readonly deeds: ListedDeeds;
  /** Choose the card of this number and give it the focus. */
  readonly moveTo: (index: number) => void;
};

/** The keys of the list: arrows go through it, Space picks, Enter shows in the text, Delete deletes what is picked. */
export function useListKeys({ shown, picked, deeds, moveTo }: ListKeysParts) {
  const run = (deed: ListDeed, highlight: Highlight): void => {
    switch (deed.kind) {
      case 'jump':
        deeds.jump(highlight);
        break;
      case 'pick':
        picked.toggle(highlight.id);
        break;
      case 'pick-all':
        picked.pick(shown);
        break;
      case 'unpick':
        picked.clear();
        break;
      case 'mark':
        void deeds.switchMark(highlight, deed.mark);
        break;
      case 'move':
        moveTo(deed.to);
        break;
      case 'drop':
        moveTo(deed.to);
        void (picked.picked.length > 0 ? picked.drop() : deeds.drop(highlight));
    }
  };
  return (event: KeyboardEvent) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.highlight : undefined;
    const at = shown.findIndex((one) => one.id === id);
    const highlight = shown[at];
    if (highlight === undefined) return;
    const deed = readKey(event.nativeEvent, at, shown.length);
    if (deed === null || (deed.kind === 'unpick' && picked.picked.length === 0)) return;
    event.preventDefault();
    run(deed, highlight);
  };
}

type ListDeed =
  | { readonly kind: 'jump' | 'pick' | 'pick-all' | 'unpick' }
  | { readonly kind: 'mark'; readonly mark: HighlightMark }
  | { readonly kind: 'move' | 'drop'; readonly to: number };

/** What a key does on the card number `at` of `count`; `to` is the card that has the focus afterwards. */
function readKey(event: globalThis.KeyboardEvent, at: number, count: number): ListDeed | null {
  const command = pressedCommand(event, 'highlights');
  if (command === 'highlight.delete') return { kind: 'drop', to: at === count - 1 ? at - 1 : at + 1 };
  if (command === 'highlight.important') return { kind: 'mark', mark: 'important' };
  if (command === 'highlight.translation') return { kind: 'mark', mark: 'translation-error' };
  if (event.ctrlKey && event.key.toLowerCase() === 'a') return { kind: 'pick-all' };
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  switch (event.key) {
    case 'ArrowDown':
      return { kind: 'move', to: at + 1 };
    case 'ArrowUp':
      return { kind: 'move', to: at - 1 };
    case 'Home':
      return { kind: 'move', to: 0 };
    case 'End':
      return { kind: 'move', to: count - 1 };
    case 'Enter':
      return { kind: 'jump' };
    case ' ':
      return { kind: 'pick' };
    case 'Escape':
      return { kind: 'unpick' };
    default:
      return null;
  }
}
