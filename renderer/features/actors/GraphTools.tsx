import { useLingui } from '@lingui/react/macro';
import { type RelationKind, relationKinds } from '#core/actors/actor.ts';
import { type GraphWish, monthNumber, monthOf } from '#core/actors/relation-graph.ts';
import { CheckBox } from '#ui/CheckBox.tsx';
import { dateWords, relationWord } from './actor-words.ts';
import styles from './Graph.module.css';

type GraphToolsProps = {
  readonly wish: GraphWish;
  /** The months that can be asked for; `null`: no relation is dated. */
  readonly months: { readonly first: string; readonly last: string } | null;
  /** The kinds of relations that are drawn. */
  readonly kinds: ReadonlySet<RelationKind>;
  /** Whether one of them has no date. */
  readonly hasUndated: boolean;
  readonly onWish: (wish: GraphWish) => void;
};

/** Of which time relations are shown, whether those among the others too, and how each kind is drawn. */
export function GraphTools({ wish, months, kinds, hasUndated, onWish }: GraphToolsProps) {
  const { t } = useLingui();
  const { month } = wish;
  return (
    <div className={styles.tools}>
      <div className={styles.choices}>
        {months !== null && (
          <CheckBox
            isSelected={month !== null}
            onChange={(isOne) => onWish({ ...wish, month: isOne ? months.last : null })}
          >
            {t`At one time`}
          </CheckBox>
        )}
        <CheckBox isSelected={wish.hasOthers} onChange={(hasOthers) => onWish({ ...wish, hasOthers })}>
          {t`Relations among the others too`}
        </CheckBox>
      </div>
      {months !== null && month !== null && (
        <label className={styles.slider}>
          <span>{t`Relations as of`}</span>
          <input
            type="range"
            min={monthNumber(months.first)}
            max={monthNumber(months.last)}
            value={monthNumber(month)}
            aria-valuetext={dateWords(month)}
            onChange={({ target }) => onWish({ ...wish, month: monthOf(Number(target.value)) })}
          />
          <output>{dateWords(month)}</output>
        </label>
      )}
      <ul className={styles.legend} aria-label={t`How relations are drawn`}>
        {relationKinds
          .filter((kind) => kinds.has(kind))
          .map((kind) => (
            <li key={kind}>
              <svg className={styles.sample} viewBox="0 0 34 10" aria-hidden="true">
                <g className={styles.edge} data-kind={kind}>
                  <path className={styles.line} d="M1 5 L33 5" />
                </g>
              </svg>
              {relationWord(kind, true)}
            </li>
          ))}
        {hasUndated && <li>{t`Pale: no date is known`}</li>}
      </ul>
    </div>
  );
}
