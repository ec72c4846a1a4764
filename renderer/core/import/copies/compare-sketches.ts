import type { SameText } from '#core/article.ts';
import type { TextSketch } from './sketch-text.ts';

/** How two texts are the same. */
export type Likeness = {
  readonly reason: Exclude<SameText['reason'], 'entered'>;
  /** The share of the shorter text's runs of words that the other has, from 0 to 1: an estimate unless word for word. */
  readonly likeness: number;
};

/** The shares of common runs of two texts, estimated from their sketches. */
export type Shares = {
  /** Of the text with fewer runs, in the other one. */
  readonly ofShorter: number;
  /** Of the text with more runs, in the other one. */
  readonly ofLonger: number;
};

/** Texts of fewer runs are the same only word for word: too little is left to judge by. */
const fewestRuns = 20;

/** A near copy has this much of either text in the other. Later versions of a report commonly share half. */
const nearShare = 0.7;

/** A part has this much of its words in the whole … */
const partShare = 0.85;

/** … and is this much of it: a communiqué quoted in a long report is not a copy of the report. */
const smallestPart = 0.3;

/** How two texts are the same; `null` when they are different texts, or have no words to tell by. */
export function compareSketches(a: TextSketch, b: TextSketch): Likeness | null {
  const likeness = likenessOfWords(a, b);
  return likeness === null || likeness.reason === 'same-words' || !differInFigures(a.figures, b.figures)
    ? likeness
    : null;
}

/** How two texts are the same but for the figures they give. */
export function likenessOfWords(a: TextSketch, b: TextSketch): Likeness | null {
  if (a.words === 0 || b.words === 0) return null;
  if (a.words === b.words && a.wording === b.wording) return { reason: 'same-words', likeness: 1 };
  if (Math.min(a.runs, b.runs) < fewestRuns) return null;
  const { ofShorter, ofLonger } = estimateShares(a, b);
  if (ofLonger >= nearShare) return { reason: 'near', likeness: ofShorter };
  const isPart =
    ofShorter >= partShare && Math.min(a.runs, b.runs) >= smallestPart * Math.max(a.runs, b.runs);
  return isPart ? { reason: 'part', likeness: ofShorter } : null;
}

/**
 * Whether two texts give different figures beside the same words (a later toll): then they are different texts, however
 * much else they share. The figures are those of their sketches.
 */
export function differInFigures(a: Uint32Array, b: Uint32Array): boolean {
  for (let at = 0, there = 0; at < a.length && there < b.length; ) {
    const [ours, theirs] = [a[at] ?? 0, b[there] ?? 0];
    if (ours === theirs && a[at + 1] !== b[there + 1]) return true;
    if (ours <= theirs) at += 2;
    if (theirs <= ours) there += 2;
  }
  return false;
}

/** Stands for the figures of texts that give different ones beside the same words. */
const several = 0;

/** The figures that either of two texts gives: a text that differs from neither does not differ from them. */
export function joinFigures(a: Uint32Array, b: Uint32Array): Uint32Array {
  const joined: number[] = [];
  for (let at = 0, there = 0; at < a.length || there < b.length; ) {
    const ours = a[at] ?? Number.POSITIVE_INFINITY;
    const theirs = b[there] ?? Number.POSITIVE_INFINITY;
    const figure = (ours <= theirs ? a[at + 1] : b[there + 1]) ?? several;
    const isOne = ours !== theirs || figure === b[there + 1];
    joined.push(Math.min(ours, theirs), isOne ? figure : several);
    if (ours <= theirs) at += 2;
    if (theirs <= ours) there += 2;
  }
  return Uint32Array.from(joined);
}

/**
 * Estimate what two texts share. The samples are compared up to where the shorter-reaching one ends: below that, each
 * holds every run of its text.
 */
export function estimateShares(a: TextSketch, b: TextSketch): Shares {
  const [shorter, longer] = a.runs <= b.runs ? [a, b] : [b, a];
  const limit = Math.min(reach(shorter), reach(longer));
  let shared = 0;
  let [at, there] = [0, 0];
  for (;;) {
    const ours = shorter.hashes[at] ?? Number.POSITIVE_INFINITY;
    const theirs = longer.hashes[there] ?? Number.POSITIVE_INFINITY;
    if (Math.min(ours, theirs) > limit) break;
    if (ours === theirs) shared++;
    if (ours <= theirs) at++;
    if (theirs <= ours) there++;
  }
  return { ofShorter: share(shared, at), ofLonger: share(shared, there) };
}

/** Up to which hash a sketch holds all runs of its text. */
function reach({ runs, hashes }: TextSketch): number {
  return hashes.length < runs ? (hashes.at(-1) ?? 0) : 0xffffffff;
}

function share(shared: number, of: number): number {
  return of === 0 ? 0 : shared / of;
}

const order: readonly Likeness['reason'][] = ['same-words', 'near', 'part'];

/** Word for word before nearly before in part; of a kind, the more alike first. */
export function byLikeness(a: Likeness, b: Likeness): number {
  return order.indexOf(a.reason) - order.indexOf(b.reason) || b.likeness - a.likeness;
}
