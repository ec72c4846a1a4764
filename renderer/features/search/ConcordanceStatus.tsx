import { plural } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { settleName } from '#core/search/names/settle-name.ts';
import type { NeighbourPlace } from '#core/search/order-concordance.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { type ConcordanceEnd, concordanceLimit } from '#workers/concordance-api.ts';
import { AliasChips } from './AliasChips.tsx';
import styles from './Concordance.module.css';
import {
  findLines,
  findOtherwise,
  stopFinding,
  toggleNeighbour,
  useConcordanceDesk,
} from './concordance-desk.ts';
import type { Concordance } from './use-concordance.ts';

/** How many lines there are, how far the search is, how it was understood and what is not in the list. */
export function ConcordanceStatus({ concordance }: { readonly concordance: Concordance }) {
  const { t } = useLingui();
  const { lines, progress, end, failure, asked, narrowing, isPartial } = useConcordanceDesk((desk) => desk);
  if (asked === null) return null;
  const { places, repeated, narrowed: shown } = concordance;
  const count = plural(places, { one: '# line', other: '# lines' });
  return (
    <div className={styles.status}>
      <div className={styles.statusLine}>
        <span role="status" className={styles.total}>
          {progress !== null && lines.length === 0
            ? t`Searching…`
            : narrowing.length > 0
              ? t`${shown} of ${count}`
              : count}
        </span>
        <Repeated count={repeated} />
        {progress !== null && (
          <>
            <progress
              max={Math.max(1, progress.total)}
              value={progress.done}
              aria-label={t`Articles looked through`}
            />
            <Button size="small" onPress={stopFinding}>{t`Stop`}</Button>
          </>
        )}
        {end !== null && end.understood !== '' && (
          <span className={styles.understood} title={t`How the search was understood`}>
            {end.understood}
          </span>
        )}
        {narrowing.map((choice) => (
          <Chip key={choice.place} name={choice.word} onRemove={() => toggleNeighbour(choice)}>
            <PlaceWord place={choice.place} word={choice.word} />
          </Chip>
        ))}
      </div>
      {(end !== null || !asked.expands) && (
        <AliasChips
          aliases={end?.aliases ?? []}
          asking={asked}
          onAsk={findOtherwise}
          onSettle={(name, actor) => findOtherwise({ query: settleName(asked.query, name, actor) })}
        />
      )}
      {progress === null && end === null && failure === null && (
        <p className={styles.note}>{t`The search was stopped: these are not all lines.`}</p>
      )}
      {isPartial && progress === null && (
        <p className={styles.note}>{t`The index is not whole yet: more lines may come.`}</p>
      )}
      {concordance.isStale && !isPartial && (
        <p className={styles.warning}>
          {t`Articles have come, changed or gone since.`}{' '}
          <Button size="small" onPress={() => void findLines()}>{t`Search again`}</Button>
        </p>
      )}
      {failure !== null && <p className={styles.warning}>{t`The search stopped working: ${failure}`}</p>}
      {end !== null && <EndNotes end={end} />}
    </div>
  );
}

/** How many lines say what another one says, in other carriers of its text. */
function Repeated({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className={styles.repeated}>
      <Plural
        value={count}
        one="and # more in other carriers of the same texts"
        other="and # more in other carriers of the same texts"
      />
    </span>
  );
}

function PlaceWord({ place, word }: { readonly place: NeighbourPlace; readonly word: string }) {
  if (place === 0) return <bdi>{word}</bdi>;
  return (
    <>
      {place > 0 ? `+${place}` : `−${-place}`} <bdi>{word}</bdi>
    </>
  );
}

function EndNotes({ end }: { readonly end: ConcordanceEnd }) {
  const { t } = useLingui();
  return (
    <>
      {end.isFull && (
        <p className={styles.warning}>
          {t`Only the first ${concordanceLimit} lines are listed: ${end.read} of ${end.articles} articles were looked through. Add a word to narrow the search.`}
        </p>
      )}
      {end.isCut && <p className={styles.warning}>{t`Only the beginning of so long a query is searched.`}</p>}
      {end.withoutLine > 0 && (
        <p className={styles.note}>
          <Plural
            value={end.withoutLine}
            one="# article fits the search without a line: it was found by its title, or not by words."
            other="# articles fit the search without a line: they were found by their titles, or not by words."
          />
        </p>
      )}
      {end.unreadable > 0 && (
        <p className={styles.warning}>
          <Plural
            value={end.unreadable}
            one="# article is left out: its text can’t be read."
            other="# articles are left out: their texts can’t be read."
          />
        </p>
      )}
    </>
  );
}
