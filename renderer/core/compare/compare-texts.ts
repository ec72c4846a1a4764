import type { Article } from '#core/article.ts';
import type { TextSpan } from '#core/text/span.ts';
import { matchSentences, type SentencePair } from './match-sentences.ts';
import { listSentences, type Sentence, sentenceAt } from './sentences.ts';

/** The two sides of a comparison. */
export type Side = 'left' | 'right';

/** An article with its canonical text. */
export type ReadArticle = {
  readonly article: Pick<Article, 'id' | 'noise' | 'language'>;
  readonly text: string;
};

/** What two texts have in common, sentence by sentence. */
export type Comparison = {
  /** The sentences of each text, in order. */
  readonly left: readonly TextSpan[];
  readonly right: readonly TextSpan[];
  /** In the order of the left text. */
  readonly pairs: readonly SentencePair[];
  /** The number of the pair a sentence is in; none when it stands only here. */
  readonly pairOf: { readonly [At in Side]: ReadonlyMap<number, number> };
  readonly counts: {
    readonly same: number;
    readonly near: number;
    readonly onlyLeft: number;
    readonly onlyRight: number;
  };
};

/** Compare two texts. Time grows with their length, not with its square. */
export function compareTexts(left: ReadArticle, right: ReadArticle): Comparison {
  const [ours, theirs] = [left, right].map(({ article, text }) =>
    listSentences(text, { noise: article.noise, language: article.language.value }),
  ) as [Sentence[], Sentence[]];
  const pairs = matchSentences(ours, theirs);
  const same = pairs.filter(({ kind }) => kind === 'same').length;
  return {
    left: ours.map(toSpan),
    right: theirs.map(toSpan),
    pairs,
    pairOf: {
      left: new Map(pairs.map((pair, index) => [pair.left, index])),
      right: new Map(pairs.map((pair, index) => [pair.right, index])),
    },
    counts: {
      same,
      near: pairs.length - same,
      onlyLeft: ours.length - pairs.length,
      onlyRight: theirs.length - pairs.length,
    },
  };
}

/** The numbers of the pairs whose sentence on `side` shares something with `span`, in the order of that side. */
export function pairsWithin(comparison: Comparison, side: Side, span: TextSpan): number[] {
  const sentences = comparison[side];
  const numbers: number[] = [];
  for (let at = Math.max(0, sentenceAt(sentences, span.start)); at < sentences.length; at++) {
    const sentence = sentences[at];
    if (sentence === undefined || sentence.start >= span.end) break;
    const number = comparison.pairOf[side].get(at);
    if (number !== undefined && sentence.end > span.start) numbers.push(number);
  }
  return numbers;
}

function toSpan({ start, end }: TextSpan): TextSpan {
  return { start, end };
}

/** The other side. */
export function across(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}
