import { makeAnchor } from '#core/annotations/make-anchor.ts';
import type { Article } from '#core/article.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import type { ActorId, AnalystId, NewId } from '#core/ids.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import type { Dating } from '#core/time/dating.ts';
import { type Finding, type FindingKind, maxFindingLength } from './finding.ts';
import { ruleKey } from './items-to-show.ts';

/** The article a finding stands in, and what is decided in it so far. */
export type FindingGround = {
  readonly article: Pick<Article, 'id' | 'textSha256'>;
  /** The article's canonical text. */
  readonly text: string;
  /** All findings decided in this article, newest. */
  readonly decided: readonly Finding[];
};

/** The analyst's word on a passage. */
export type FindingDecision = {
  readonly span: TextSpan;
  readonly kind: FindingKind;
  readonly status: Finding['status'];
  readonly origin: Finding['origin'];
  readonly reach: Finding['reach'];
  readonly actorId: ActorId | null;
  readonly name: string;
  readonly dating: Dating | null;
  readonly reasons: readonly string[];
};

/** Who decides, and when. */
export type FindingMaker = { readonly newId: NewId; readonly now: string; readonly analystId: AnalystId };

const longestName = 300;
const mostReasons = 20;

/**
 * Decide about a passage. What was decided there before gives way: the same span keeps its record, others that overlap
 * it are taken away. A decision for everywhere stands beside those for here. Nothing changes when the same has been
 * decided already, or when the passage is too long to be a name.
 */
export function decideFinding(
  ground: FindingGround,
  decision: FindingDecision,
  maker: FindingMaker,
): Change[] {
  const { text, article, decided } = ground;
  const { span, dating, ...said } = decision;
  const { start, end } = span;
  if (start < 0 || end > text.length || start >= end)
    throw new RangeError(`no passage of the text: ${start}–${end}`);
  if (end - start > maxFindingLength) return [];
  // What is said of all articles is a rule of its own for each name and actor; here, one passage has one decision.
  const isEverywhere = said.reach === 'everywhere';
  const rule = ruleKey(text.slice(start, end), said.actorId);
  const touched = decided.filter(
    (one) =>
      one.reach === said.reach &&
      (isEverywhere ? ruleKey(one.anchor.exact, one.actorId) === rule : overlaps(one.anchor, span)),
  );
  const same = touched.find(({ anchor }) => isEverywhere || (anchor.start === start && anchor.end === end));
  const others = touched.filter((one) => one !== same).map((one) => removal('findings', one));
  const word = {
    ...said,
    name: said.name.slice(0, longestName).toWellFormed(),
    reasons: said.reasons.slice(0, mostReasons),
    ...(dating === null ? {} : { dating }),
  };
  if (same === undefined)
    return [
      ...others,
      creation('findings', {
        id: maker.newId<'finding'>(),
        anchor: makeAnchor(article, text, span),
        ...word,
        analystId: maker.analystId,
        createdAt: maker.now,
      }),
    ];
  if (same.status === word.status && same.actorId === word.actorId && same.kind === word.kind) return others;
  const { dating: _, ...before } = same;
  return [...others, replacement('findings', same, { ...before, ...word })];
}

/** Decide about several passages of one article in one edit: all that name the same. */
export function decideFindings(
  ground: FindingGround,
  decisions: readonly FindingDecision[],
  maker: FindingMaker,
): Change[] {
  return decisions.flatMap((decision) => decideFinding(ground, decision, maker));
}

/** Take decisions back: where the program suggests something, that shows again. */
export function forgetFindings(findings: readonly Finding[]): Change[] {
  return findings.map((finding) => removal('findings', finding));
}
