import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import { carrySpan } from '#core/compare/carry-span.ts';
import { across, type Comparison, type Side } from '#core/compare/compare-texts.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { useLook } from '#state/workspace.ts';
import type { ComparedArticle } from './ComparePane.tsx';
import { type Counterpart, carryHighlight } from './compare-deeds.ts';

type CarryParts = {
  readonly left: ComparedArticle;
  readonly right: ComparedArticle;
  readonly comparison: Comparison;
  readonly texts: { readonly [At in Side]: string };
};

/** What can be done with the chosen highlight on the other side. */
export type Carry = {
  /** `none`: no highlight of the two articles is chosen. */
  readonly state: 'none' | 'no-match' | 'there-already' | 'offered';
  /** The words it would cover over there. */
  readonly words: string;
  readonly run: () => void;
};

/** Offer to mark the passage of the chosen highlight in the other article too. */
export function useCarry({ left, right, comparison, texts }: CarryParts): Carry {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const chosenId = useLook((state) => state.highlightId);
  const found = useMemo(() => {
    const sides = { left, right };
    for (const from of ['left', 'right'] as const) {
      const highlight = sides[from].highlights.find(({ id }) => id === chosenId);
      if (highlight === undefined) continue;
      const isOfText = highlight.anchor.textSha256 === sides[from].article.textSha256;
      const span = isOfText ? carrySpan(comparison, texts, { from, span: highlight.anchor }) : null;
      return { highlight, span, other: sides[across(from)] };
    }
    return null;
  }, [left, right, comparison, texts, chosenId]);
  if (found === null) return { state: 'none', words: '', run: () => undefined };
  const { highlight, span, other } = found;
  if (span === null) return { state: 'no-match', words: '', run: () => undefined };
  const words = other.text.slice(span.start, span.end);
  const counterpart = { article: other.article, text: other.text, span };
  if (isThere(highlight, other, counterpart)) return { state: 'there-already', words, run: () => undefined };
  const run = async () => {
    if (await carryHighlight(session, highlight, counterpart))
      await offerUndo(t`Highlighted the same passage on the other side.`);
  };
  return { state: 'offered', words, run: () => void run() };
}

/** Whether the passage is marked over there from end to end with every tag it has here. */
function isThere(highlight: Highlight, { highlights }: ComparedArticle, { span }: Counterpart): boolean {
  return highlights.some(
    ({ anchor, tagIds }) =>
      anchor.start === span.start &&
      anchor.end === span.end &&
      highlight.tagIds.every((id) => tagIds.includes(id)),
  );
}
