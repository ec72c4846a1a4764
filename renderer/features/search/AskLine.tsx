import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import type { TagId } from '#core/ids.ts';
import type { Narrowing } from '#core/search/results/search-answer.ts';
import type { SavedAsk } from '#core/search/saved-searches.ts';
import { useSession } from '#state/session.ts';
import { listTags } from '#storage/tags.ts';
import styles from './Saved.module.css';
import { useFacetWords } from './use-facet-words.ts';

/** All that a saved search asks for: its query, what it is narrowed to, and which spellings are left out. */
export function AskLine({ ask }: { readonly ask: SavedAsk }) {
  const { t } = useLingui();
  const wordNarrowing = useNarrowingWords();
  const { query, narrowing, expands, withoutAliases } = ask;
  const left = withoutAliases.length;
  const more = [
    ...narrowing.map(wordNarrowing),
    ...(expands ? [] : [t`without other spellings of names`]),
    ...(expands && left > 0
      ? [
          plural(left, {
            one: 'without other spellings of # name',
            other: 'without other spellings of # names',
          }),
        ]
      : []),
  ];
  return (
    <p className={styles.query} dir="auto">
      {query}
      {more.length > 0 && <span className={styles.narrowed}> · {more.join(' · ')}</span>}
    </p>
  );
}

function useNarrowingWords(): (narrowing: Narrowing) => string {
  const words = useFacetWords();
  const { db } = useSession();
  const tags = useLiveQuery(() => listTags(db), [db]);
  return ({ facet, values }) => {
    const name = words.facet(facet);
    // Places and actors go by what the registries call them, which are not at hand here.
    if ((facet === 'place' || facet === 'actor') && values.some((value) => value !== '')) {
      const count = plural(values.length, { one: '# chosen', other: '# chosen' });
      return `${name}: ${count}`;
    }
    const labels = values.map((value) => {
      const label = tags?.find(({ id }) => id === (value as TagId))?.name ?? value;
      return words.value(facet, { value, label });
    });
    return `${name}: ${labels.join(', ')}`;
  };
}
