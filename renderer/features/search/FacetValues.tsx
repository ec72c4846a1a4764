import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Facet, FacetName, FacetValue } from '#core/search/results/search-answer.ts';
import { fold } from '#core/text/fold.ts';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Facets.module.css';
import { useFacetWords } from './use-facet-words.ts';

type FacetValuesProps = {
  readonly facet: Facet;
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
  /** The element that names the list. */
  readonly labelledBy: string;
};

/** Values shown before more is asked for. */
const fewValues = 6;

/** The values of a facet to tick; of many, the most frequent until more are asked for, and a box to find one in. */
export function FacetValues({ facet, chosen, onToggle, labelledBy }: FacetValuesProps) {
  const { t } = useLingui();
  const words = useFacetWords();
  const [showsAll, setShowsAll] = useState(false);
  const [query, setQuery] = useState('');
  const { name, values, rare } = facet;
  const isLong = values.length > fewValues + 1;
  const wanted = fold(query).trim();
  const found = values.filter((value) => fold(words.value(name, value)).includes(wanted));
  // What is chosen always shows, so that it can be given up.
  const shown =
    isLong && !showsAll ? values.filter(({ value }, at) => at < fewValues || chosen.includes(value)) : found;
  const facetName = words.facet(name);
  return (
    <>
      {isLong && showsAll && (
        <TextField
          label={t`Find in ${facetName}`}
          hideLabel
          type="search"
          placeholder={t`Find in the list`}
          value={query}
          onChange={setQuery}
          autoFocus
        />
      )}
      <ul className={styles.values} aria-labelledby={labelledBy}>
        {shown.map((value) => (
          <li key={value.value}>
            <label className={styles.value}>
              <input
                type="checkbox"
                checked={chosen.includes(value.value)}
                onChange={() => onToggle(value.value)}
              />
              <span className={styles.label} dir="auto">
                {words.value(name, value)}
              </span>
              <Count value={value} />
            </label>
          </li>
        ))}
      </ul>
      {isLong && showsAll && found.length === 0 && (
        <p className={styles.note}>{t`Nothing in the list reads like that.`}</p>
      )}
      {showsAll && rare > 0 && (
        <p className={styles.note}>
          <Plural
            value={rare}
            one="# more is too rare for the list."
            other="# more are too rare for the list."
          />{' '}
          <RareHint name={name} />
        </p>
      )}
      {isLong && (
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            setShowsAll(!showsAll);
            setQuery('');
          }}
        >
          {showsAll ? t`Fewer` : t`All ${values.length + rare}…`}
        </Button>
      )}
    </>
  );
}

function Count({ value }: { readonly value: FacetValue }) {
  const { t, i18n } = useLingui();
  const count = i18n.number(value.count);
  const suggested = i18n.number(value.suggested);
  return (
    <span className={styles.count}>
      {value.suggested === 0 && count}
      {value.suggested > 0 && value.suggested < value.count && t`${count}, ${suggested} suggested`}
      {value.suggested > 0 && value.suggested >= value.count && t`${count} suggested`}
    </span>
  );
}

/** How to narrow by what the list does not show; nothing for a facet the search box has no word for. */
function RareHint({ name }: { readonly name: FacetName }) {
  if (name === 'status' || name === 'year' || name === 'language') return null;
  const example = `${name}:`;
  return (
    <Trans>
      Write <code>{example}</code> and its name in the search box.
    </Trans>
  );
}
