import { useLingui } from '@lingui/react/macro';
import { useCallback, useMemo, useRef, useState } from 'react';
import { stackAt } from '#core/annotations/stack-at.ts';
import { across, type Comparison, type Side } from '#core/compare/compare-texts.ts';
import { sentenceAt } from '#core/compare/sentences.ts';
import { announce } from '#state/notices.ts';
import { look } from '#state/workspace.ts';
import styles from './Compare.module.css';
import { CompareBar } from './CompareBar.tsx';
import { CompareLinks } from './CompareLinks.tsx';
import { type ComparedArticle, ComparePane } from './ComparePane.tsx';
import { useCompareDesk } from './compare-desk.ts';
import { bringToLevel, type PaneViews } from './compare-place.ts';
import { useCarry } from './use-carry.ts';
import { nextPair, useCompareKeys } from './use-compare-keys.ts';
import { useTags } from './use-reading.ts';
import { focusedSide, useScrollAlong } from './use-scroll-along.ts';

type ComparedProps = {
  readonly left: ComparedArticle;
  readonly right: ComparedArticle;
  readonly comparison: Comparison;
};

/** Two articles whose comparison is known. */
export function Compared({ left, right, comparison }: ComparedProps) {
  const { t } = useLingui();
  const { byId } = useTags();
  const views = useRef<PaneViews>({ left: null, right: null });
  const [tick, setTick] = useState(0);
  const [drawn, setDrawn] = useState(0);
  const [current, setCurrent] = useState<number | null>(null);
  const isOn = useCompareDesk((desk) => desk.scrollsTogether);
  const onMove = useCallback(() => setTick((count) => count + 1), []);
  const onDrawn = useCallback(() => {
    setTick((count) => count + 1);
    if (views.current.left !== null && views.current.right !== null) setDrawn(1);
  }, []);
  useScrollAlong({ views, comparison, isOn, onMove, isReady: drawn > 0 });
  const texts = useMemo(() => ({ left: left.text, right: right.text }), [left.text, right.text]);
  const carry = useCarry({ left, right, comparison, texts });

  /** Go to a pair: its sentence on `side` and its match come to the same height. */
  const goTo = (number: number) => {
    const pair = comparison.pairs[number];
    if (pair === undefined) return;
    setCurrent(number);
    for (const side of ['left', 'right'] as const) {
      const [view, span] = [views.current[side], comparison[side][pair[side]]];
      if (view !== null && span !== undefined) bringToLevel(view, span);
    }
    const what = pair.kind === 'same' ? t`the same words` : t`nearly the same words`;
    announce(t`Match ${number + 1} of ${comparison.pairs.length}: ${what}`);
  };
  /** The other side shows the match of the sentence at `offset`; this side stays where it is. */
  const goAcross = (side: Side, offset: number) => {
    const at = sentenceAt(comparison[side], offset);
    const number = comparison.pairOf[side].get(at);
    const pair = number === undefined ? undefined : comparison.pairs[number];
    const other = across(side);
    const [view, span] = [views.current[other], comparison[other][pair?.[other] ?? -1]];
    if (number === undefined || view === null || span === undefined) {
      setCurrent(null);
      announce(t`This sentence stands only here.`);
      return;
    }
    setCurrent(number);
    bringToLevel(view, span);
  };
  const onOffset = (side: Side, offset: number) => {
    const { highlights } = side === 'left' ? left : right;
    look.setState({ highlightId: stackAt(highlights, offset)[0]?.id ?? null });
    goAcross(side, offset);
  };
  useCompareKeys({
    comparison,
    current,
    goTo,
    onAcross: () => {
      const side = focusedSide(views.current);
      const pair = comparison.pairs[current ?? -1];
      const sentence = comparison[side][pair?.[side] ?? -1];
      if (sentence === undefined) goTo(nextPair(comparison, null, { step: 1, onlyNear: false }));
      else goAcross(side, sentence.start);
      views.current[across(side)]?.body.focus({ preventScroll: true });
    },
    onCarry: carry.run,
  });

  const pane = (side: Side, compared: ComparedArticle) => (
    <ComparePane {...compared} {...{ side, texts, comparison, byId, current, views, onDrawn, onOffset }} />
  );
  return (
    <div className={styles.view} data-compare>
      <CompareBar comparison={comparison} current={current} goTo={goTo} carry={carry} />
      <div className={styles.sides}>
        {pane('left', left)}
        <CompareLinks comparison={comparison} views={views} current={current} tick={tick} />
        {pane('right', right)}
      </div>
    </div>
  );
}
