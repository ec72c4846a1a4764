import type { Article, Damage, Field } from '#core/article.ts';
import type { Mention } from '#core/geo/mention.ts';
import { type Change, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { ImportedArticle } from '#core/import/import-file.ts';
import type { Finding } from '#core/mentions/finding.ts';
import { withHand } from '#core/reader/edit-noise.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Anchor, Highlight } from './highlight.ts';
import type { AnchorPlace } from './locate-anchor.ts';
import { makeAnchor } from './make-anchor.ts';
import { relocateAnchors } from './relocate-anchors.ts';

/** An article with what is anchored in it, and the text that its original gives now. */
export type Derivation = {
  readonly article: Article;
  /** `null` when the text it had can't be read any more. */
  readonly before: string | null;
  readonly imported: ImportedArticle;
  readonly after: string;
  readonly highlights: readonly Highlight[];
  readonly mentions: readonly Mention[];
  readonly findings: readonly Finding[];
  readonly now: string;
};

/** What deriving an article's text again does. Passages that are not sure keep their old place and wait for review. */
export type DerivationPlan = {
  readonly changes: readonly Change[];
  readonly same: number;
  readonly moved: number;
  readonly waiting: number;
};

/**
 * Put the text that import gives now in the place of an article's, with what is found in it, and take the passages
 * along. What the analyst has corrected in the header or dismissed as no damage stays; the original is the same. No
 * changes when nothing comes out otherwise.
 */
export function planDerivation(derivation: Derivation): DerivationPlan {
  const { article, before, imported, after, highlights, mentions, findings, now } = derivation;
  const next = withText(derivation);
  if (imported.textSha256 === article.textSha256) {
    const changes = sameRecord(article, next) ? [] : [replacement('articles', article, next)];
    return { changes, same: highlights.length + mentions.length + findings.length, moved: 0, waiting: 0 };
  }
  const versions = { before, after, afterSha256: imported.textSha256 };
  const onOld = (anchor: Anchor) =>
    anchor.textSha256 === article.textSha256 ? versions : { ...versions, before: null };
  const changes: Change[] = [replacement('articles', article, next)];
  const count = { same: 0, moved: 0, waiting: 0 };
  const place = (anchor: Anchor): Anchor | null => {
    const [found] = relocateAnchors([anchor], onOld(anchor)) as [AnchorPlace];
    count[found.kind === 'lost' ? 'waiting' : found.kind] += 1;
    return found.kind === 'lost' ? null : makeAnchor(next, after, found.span);
  };
  for (const highlight of highlights) {
    const anchor = place(highlight.anchor);
    if (anchor !== null) changes.push(replacement('highlights', highlight, moved(highlight, anchor, now)));
  }
  for (const mention of mentions) {
    const anchor = place(mention.anchor);
    if (anchor !== null) changes.push(replacement('mentions', mention, { ...mention, anchor }));
  }
  for (const finding of findings) {
    const anchor = place(finding.anchor);
    if (anchor !== null) changes.push(replacement('findings', finding, { ...finding, anchor }));
  }
  return { changes, ...count };
}

/** Put a highlight that waits for review where the analyst says. Its first place is kept beside it for ever. */
export function reanchorHighlight(
  highlight: Highlight,
  {
    article,
    text,
    span,
    now,
  }: { readonly article: Article; readonly text: string; readonly span: TextSpan; readonly now: string },
): Change[] {
  const anchor = makeAnchor(article, text, span);
  return [replacement('highlights', highlight, moved(highlight, anchor, now))];
}

/** Put a place's passage that waits for review where the analyst says. */
export function reanchorMention(
  mention: Mention,
  { article, text, span }: { readonly article: Article; readonly text: string; readonly span: TextSpan },
): Change[] {
  return [replacement('mentions', mention, { ...mention, anchor: makeAnchor(article, text, span) })];
}

/** Put a decision on an actor, date or figure that waits for review where the analyst says. */
export function reanchorFinding(
  finding: Finding,
  { article, text, span }: { readonly article: Article; readonly text: string; readonly span: TextSpan },
): Change[] {
  return [replacement('findings', finding, { ...finding, anchor: makeAnchor(article, text, span) })];
}

function moved(highlight: Highlight, anchor: Anchor, now: string): Highlight {
  return { ...highlight, anchor, firstAnchor: highlight.firstAnchor ?? highlight.anchor, updatedAt: now };
}

/** The article with another text. What was not found in the old one, but given, stays. */
function withText(derivation: Derivation): Article {
  const { article, imported } = derivation;
  const isGiven = (mine: Field<unknown>) => mine.basis === 'analyst' || fromElsewhere.has(mine.reason);
  // What a mailbox or a table said of its part does not stand in the part itself.
  const isFromContainer = (mine: Field<unknown>) =>
    article.container !== undefined && mine.basis === 'stated' && mine.evidence === null;
  const keep = <Value>(mine: Field<Value>, found: Field<Value>) =>
    isGiven(mine) || (isFromContainer(mine) && found.basis !== 'stated') ? mine : found;
  const keepOrNot = <Value>(mine: Field<Value> | null, found: Field<Value> | null) =>
    mine !== null && (isGiven(mine) || (isFromContainer(mine) && found === null)) ? mine : found;
  const {
    address,
    inferredDate,
    translation,
    languages: _,
    damage: __,
    noise: ___,
    spared: ____,
    ...mine
  } = article;
  const given = Object.entries({ address, inferredDate, translation }).filter(
    ([, field]) => field !== undefined && isGiven(field),
  );
  const { address: foundAddress, inferredDate: foundDate, translation: foundTranslation } = imported;
  const damage = keepDismissed(derivation);
  return {
    ...mine,
    encoding: imported.encoding,
    mediaType: imported.mediaType,
    steps: imported.steps,
    textSha256: imported.textSha256,
    textLength: imported.textLength,
    ...noiseByHand(derivation),
    title: keep(article.title, imported.title),
    language: keep(article.language, imported.language),
    publishedAt: keepOrNot(article.publishedAt, imported.publishedAt),
    publisher: keepOrNot(article.publisher, imported.publisher),
    carrier: keepOrNot(article.carrier, imported.carrier),
    byline: keepOrNot(article.byline, imported.byline),
    ...(foundAddress === undefined ? {} : { address: foundAddress }),
    ...(foundDate === undefined ? {} : { inferredDate: foundDate }),
    ...(foundTranslation === undefined ? {} : { translation: foundTranslation }),
    ...(imported.languages === undefined ? {} : { languages: imported.languages }),
    ...(damage.length === 0 ? {} : { damage }),
    ...Object.fromEntries(given),
  };
}

/** Grounds outside of the file: reading it again does not find them. */
const fromElsewhere: ReadonlySet<string> = new Set(['coding-project', 'mail', 'column', 'archive']);

/** The boilerplate that is found now, with what the analyst said of it in the old text as far as that is still there. */
function noiseByHand(derivation: Derivation): Pick<Article, 'noise' | 'spared'> {
  const { article, imported } = derivation;
  const spared = carried(article.spared ?? [], derivation);
  const byHand = article.noise.filter(({ basis }) => basis === 'analyst');
  const noise = withHand(imported.noise, { marked: carried(byHand, derivation), spared });
  return spared.length === 0 ? { noise } : { noise, spared };
}

/** Spans of the old text where they stand in the new one, without those that are gone. */
function carried<Span extends TextSpan>(spans: readonly Span[], derivation: Derivation): readonly Span[] {
  const { article, before, imported, after } = derivation;
  if (imported.textSha256 === article.textSha256) return spans;
  if (before === null) return [];
  const anchors = spans.map((span) => makeAnchor(article, before, span));
  const places = relocateAnchors(anchors, { before, after, afterSha256: imported.textSha256 });
  return spans.flatMap((span, at) => {
    const place = places[at];
    return place === undefined || place.kind === 'lost' ? [] : [{ ...span, ...place.span }];
  });
}

/** The damage that is found now; what was dismissed and is found in the same words again stays dismissed. */
function keepDismissed({ article, before, imported, after }: Derivation): readonly Damage[] {
  const found = imported.damage ?? [];
  const dismissed = (article.damage ?? []).filter((one) => one.dismissed);
  if (dismissed.length === 0 || before === null) return found;
  const anchors = dismissed.map((one) => makeAnchor(article, before, one));
  const places = relocateAnchors(anchors, { before, after, afterSha256: imported.textSha256 });
  const stays = (one: Damage) =>
    places.some(
      (place, at) =>
        place.kind !== 'lost' &&
        place.span.start === one.start &&
        place.span.end === one.end &&
        dismissed[at]?.reason === one.reason,
    );
  return found.map((one) => (stays(one) ? { ...one, dismissed: true } : one));
}
