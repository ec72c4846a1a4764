import { useLingui } from '@lingui/react/macro';
import { FileQuestion } from 'lucide-react';
import { useMemo } from 'react';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Compared } from './Compared.tsx';
import type { ComparedArticle } from './ComparePane.tsx';
import { leaveCompare, useCompareDesk } from './compare-desk.ts';
import { useComparison } from './compare-engine.ts';
import readerStyles from './Reader.module.css';
import { type TextState, useArticle, useHighlights, useText } from './use-reading.ts';
import type { ReaderMention } from './use-selecting.ts';
import { useTellShown } from './use-tell-shown.ts';

type CompareViewProps = {
  /** Place names of the open article, and of the one beside it. */
  readonly mentions: readonly ReaderMention[];
  readonly besideMentions: readonly ReaderMention[];
};

/** The open article and another one side by side, with what they have in common. */
export function CompareView({ mentions, besideMentions }: CompareViewProps) {
  const { t } = useLingui();
  const leftId = useLook((state) => state.articleId);
  const rightId = useCompareDesk((desk) => desk.besideId);
  const left = useSide(leftId, mentions);
  const right = useSide(rightId, besideMentions);
  useTellShown(leftId, left.kind !== 'loading');
  const failure = [left, right].find((side) => side.kind === 'gone');
  if (failure !== undefined)
    return (
      <div className={readerStyles.reader}>
        <EmptyState
          icon={FileQuestion}
          title={t`One of the two articles can’t be read`}
          action={<Button onPress={leaveCompare}>{t`Read one article`}</Button>}
        >
          {failure.kind === 'gone' ? failure.message : ''}
        </EmptyState>
      </div>
    );
  if (left.kind !== 'ready' || right.kind !== 'ready')
    return <p className={readerStyles.loading} aria-busy="true">{t`Opening the articles…`}</p>;
  return (
    <WithComparison
      key={`${left.side.article.textSha256} ${right.side.article.textSha256}`}
      left={left.side}
      right={right.side}
    />
  );
}

type Sides = { readonly left: ComparedArticle; readonly right: ComparedArticle };

function WithComparison({ left, right }: Sides) {
  const { t } = useLingui();
  const ours = useRead(left);
  const theirs = useRead(right);
  const worked = useComparison(ours, theirs);
  switch (worked.kind) {
    case 'busy':
      return <p className={readerStyles.loading} aria-busy="true">{t`Comparing the two texts…`}</p>;
    case 'failed':
      return (
        <EmptyState
          icon={FileQuestion}
          title={t`The two texts could not be compared`}
          action={<Button onPress={leaveCompare}>{t`Read one article`}</Button>}
        >
          {worked.message}
        </EmptyState>
      );
    case 'done':
      return <Compared left={left} right={right} comparison={worked.result} />;
  }
}

/** The parts of an article that a comparison rests on: the same object while they are the same. */
function useRead({ article: { id, noise, language }, text }: ComparedArticle) {
  const [marks, code] = [JSON.stringify(noise), language.value];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new record of the article with the same text and noise asks for no new comparison.
  return useMemo(() => ({ article: { id, noise, language }, text }), [id, marks, code, text]);
}

type SideState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'gone'; readonly message: string }
  | { readonly kind: 'ready'; readonly side: ComparedArticle };

function useSide(articleId: ArticleId | null, mentions: readonly ReaderMention[]): SideState {
  const { t } = useLingui();
  const article = useArticle(articleId);
  const state = useText(article);
  const highlights = useHighlights(articleId);
  if (article === null) return { kind: 'gone', message: t`It is no longer in the library.` };
  return sideState({ article, state, highlights, mentions });
}

function sideState(parts: {
  readonly article: Article | undefined;
  readonly state: TextState;
  readonly highlights: ComparedArticle['highlights'] | null;
  readonly mentions: readonly ReaderMention[];
}): SideState {
  const { article, state, highlights, mentions } = parts;
  if (state.kind === 'missing') return { kind: 'gone', message: state.message };
  if (article === undefined || state.kind === 'loading' || highlights === null) return { kind: 'loading' };
  return { kind: 'ready', side: { article, text: state.text, highlights, mentions } };
}
