import { useLingui } from '@lingui/react/macro';
import { type CSSProperties, useMemo } from 'react';
import { ToggleButton } from 'react-aria-components';
import { type NeighbourPlace, neighbourAt, printedNeighbour } from '#core/search/order-concordance.ts';
import { Select } from '#ui/Select.tsx';
import styles from './Concordance.module.css';
import { concordanceDesk, toggleNeighbour, useConcordanceDesk } from './concordance-desk.ts';
import type { Concordance } from './use-concordance.ts';

/** Words listed at most: what is rarer is found by narrowing first. */
const listed = 100;

/** The words that stand most often beside the hit; one that is pressed keeps only the lines with it. */
export function NeighbourList({ concordance }: { readonly concordance: Concordance }) {
  const { t } = useLingui();
  const { lines, neighbours } = concordance;
  const { place, narrowing, lines: all } = useConcordanceDesk((desk) => desk);
  const chosen = narrowing.find((choice) => choice.place === place)?.word;
  const shown = neighbours.slice(0, listed);
  const most = shown[0]?.count ?? 1;
  const printed = useMemo(() => {
    const wanted = new Set(shown.map(({ word }) => word));
    const names = new Map<string, string>();
    for (const line of chosen === undefined ? lines : all) {
      const word = neighbourAt(line, place);
      if (word !== undefined && wanted.has(word) && !names.has(word))
        names.set(word, printedNeighbour(line, place));
      if (names.size === wanted.size) break;
    }
    return names;
  }, [lines, all, shown, place, chosen]);
  const places: readonly { value: string; label: string }[] = [
    { value: '1', label: t`Next word` },
    { value: '2', label: t`2nd word after` },
    { value: '3', label: t`3rd word after` },
    { value: '0', label: t`What was found` },
    { value: '-1', label: t`Word before` },
    { value: '-2', label: t`2nd word before` },
    { value: '-3', label: t`3rd word before` },
  ];
  return (
    <aside className={styles.neighbours} aria-label={t`Most frequent neighbours`}>
      <div className={styles.neighbourHead}>
        <Select
          label={t`Count by`}
          value={String(place)}
          options={places}
          onChange={(value) => concordanceDesk.setState({ place: Number(value) as NeighbourPlace })}
        />
      </div>
      <ul className={styles.words}>
        {shown.map(({ word, count }) => (
          <li key={word}>
            <ToggleButton
              className={styles.word ?? ''}
              isSelected={word === chosen}
              onChange={() => toggleNeighbour({ place, word })}
              style={{ '--share': `${(count / most) * 100}%` } as CSSProperties}
            >
              <bdi>{printed.get(word) ?? word}</bdi>
              <span className={styles.count}>{count}</span>
            </ToggleButton>
          </li>
        ))}
      </ul>
      {neighbours.length > listed && (
        <p className={styles.hint}>{t`The ${listed} most frequent of ${neighbours.length} are listed.`}</p>
      )}
    </aside>
  );
}
