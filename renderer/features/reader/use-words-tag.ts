import { useLingui } from '@lingui/react/macro';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { namePassage, type PassageName } from '#core/reader/name-passage.ts';
import { findNamed, indexTags, pickerRows } from '#core/reader/picker-rows.ts';
import { notify } from '#state/notices.ts';
import type { TagChoice } from './highlight-deeds.ts';

type WordsTagParts = {
  readonly tags: readonly Tag[];
  /** The words that are selected; `null`: the chosen highlight is meant. */
  readonly selected: string | null;
  readonly chosen: Highlight | null;
  readonly mark: (choice: TagChoice, then: 'read') => Promise<void>;
  readonly toggle: (highlight: Highlight, choice: TagChoice, keepOpen: boolean) => Promise<void>;
};

/**
 * Tags a passage with a tag of its own words: the one tag that is called so, wherever it stands in the codebook, or else
 * a new one at the top. Says why when the words can't be a name.
 */
export function useWordsTag({ tags, selected, chosen, mark, toggle }: WordsTagParts): () => Promise<void> {
  const { t } = useLingui();
  const say = usePassageNameWords();
  return async () => {
    const passage = selected ?? chosen?.anchor.exact;
    if (passage === undefined) return;
    const named = namePassage(passage);
    const choice = named.ok ? chooseNamed(named.name, tags) : null;
    if (!named.ok) notify({ kind: 'warn', text: say(named) });
    else if (choice === null)
      notify({
        kind: 'warn',
        text: t`“${named.name}” is archived: bring it back in the codebook to give it.`,
      });
    else if (selected !== null) await mark(choice, 'read');
    else if (chosen !== null && !carries(chosen, choice)) await toggle(chosen, choice, false);
  };
}

/** `null`: there is such a tag, but it is set aside. */
function chooseNamed(name: string, tags: readonly Tag[]): TagChoice | null {
  const there = findNamed(name, tags);
  if (there !== null) return { kind: 'tag', id: there.tag.id, name: there.path };
  const typed = pickerRows(name, indexTags(tags), []).rows.at(-1);
  return typed?.kind === 'refused' ? null : { kind: 'path', path: name };
}

function carries({ tagIds }: Highlight, choice: TagChoice): boolean {
  return choice.kind === 'tag' && tagIds.includes(choice.id);
}

function usePassageNameWords(): (refused: Extract<PassageName, { ok: false }>) => string {
  const { t } = useLingui();
  return (refused) => {
    switch (refused.problem) {
      case 'empty':
        return t`There are no words here to name a tag by.`;
      case 'slash':
        return t`A tag’s name can’t hold a slash. Select words without one, or type a name.`;
      case 'too-long':
        return t`These words are too long for a tag: ${refused.length} characters, and a name has up to ${refused.limit}. Select fewer, or type a name.`;
    }
  };
}
