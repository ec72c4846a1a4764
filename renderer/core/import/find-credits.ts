import type { Field } from '#core/article.ts';
import { findFolded } from '#core/text/fold.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Line } from './lines.ts';
import type { Layout } from './read-layout.ts';

/** Who wrote, published and handed on an article, as far as it says so itself. */
export type Credits = {
  readonly publisher: Field<string> | null;
  readonly carrier: Field<string> | null;
  readonly byline: Field<string> | null;
};

type Role = keyof Credits;

/** A formula of crediting: the name it captures takes the `roles`. */
type Rule = { readonly pattern: RegExp; readonly roles: readonly Role[]; readonly reason: string };

const name = "\\p{L}[\\p{L}\\p{N}.'’&/ -]{1,60}?";

/** Whole-line formulas, in the order in which they are believed. */
const rules: readonly Rule[] = [
  {
    pattern: rule(`^(?:original )?(?:source|origine)\\s*:\\s*(?<name>${name})\\.?$`),
    roles: ['publisher'],
    reason: 'credit',
  },
  {
    pattern: rule(`^written by (?<name>${name}) and (?:re)?published with permission\\b`),
    roles: ['publisher', 'byline'],
    reason: 'credit',
  },
  {
    pattern: rule(
      `^(?:this (?:article|story|report|post)|it) (?:was )?(?:first |originally )*(?:published|appeared) (?:by|in|on) (?<name>${name})(?:[.,]| on | and |$)`,
    ),
    roles: ['publisher'],
    reason: 'credit',
  },
  {
    pattern: rule(`^(?:re)?published (?:with (?:the )?permission (?:of|from)|from) (?<name>${name})\\.?$`),
    roles: ['publisher'],
    reason: 'credit',
  },
  {
    pattern: rule(
      `^cet article (?:a été|est) (?:initialement |d['’]abord )?(?:publié|paru) (?:par|dans|sur) (?:le site (?:de )?)?(?<name>${name})(?:[.,]| le |$)`,
    ),
    roles: ['publisher'],
    reason: 'credit',
  },
  {
    pattern: rule(`\\. (?<name>${name}) is not responsible for the content of (?:the|this)\\b`),
    roles: ['carrier'],
    reason: 'notice',
  },
  {
    pattern: rule(`^(?<name>${name}) is not responsible for the content of (?:the|this)\\b`),
    roles: ['carrier'],
    reason: 'notice',
  },
  {
    pattern: rule(`^(?:by|par|author|auteure?)\\s*:?\\s+(?<name>\\p{Lu}${name})(?:\\s*[|,•·].*)?$`),
    roles: ['byline'],
    reason: 'byline',
  },
];

function rule(source: string): RegExp {
  return new RegExp(source, 'diu');
}

/** Find the credits of a text. Lines of running text in the middle of the body are not looked at. */
export function findCredits(text: string, layout: Layout): Credits {
  const found: { [Key in Role]: Field<string> | null } = { publisher: null, carrier: null, byline: null };
  const lines = marginLines(layout);
  for (const { pattern, roles, reason } of rules) {
    for (const line of lines) {
      const field = read(line, pattern, reason);
      if (field) for (const role of roles) found[role] ??= field;
    }
  }
  found.publisher ??= trailingCredit(text, layout);
  const bio = bioCredits(layout);
  found.byline ??= bio.byline;
  // Who a writer works for handed the text on when another is credited, and published it when none is.
  if (found.publisher) found.carrier ??= bio.outlet;
  else found.publisher = bio.outlet;
  found.publisher ??= dateline(layout) ?? imageCredit(layout);
  return found;
}

/** The header, the footer, and the last lines of the body, where credits that read like sentences end up. */
function marginLines({ header, body, footer }: Layout): Line[] {
  return [...header, ...body.slice(0, 1), ...footer, ...body.slice(-2)].filter(
    ({ text }) => text.length <= 400,
  );
}

function read(line: Line, pattern: RegExp, reason: string): Field<string> | null {
  const match = pattern.exec(line.text);
  const value = match?.groups?.name?.trim().replace(/^the /, '');
  if (!match || !value || value.split(/\s+/).length > 8) return null;
  const from = match[0].startsWith('. ') ? match.index + 2 : match.index;
  return stated(value, { start: line.start + from, end: line.start + match.index + match[0].length }, reason);
}

function stated(value: string, { start, end }: TextSpan, reason: string): Field<string> {
  return { value, basis: 'stated', evidence: { start, end }, reason };
}

/** Words that only the names of media hold. */
const mediaWord =
  /\b(?:le|la|les|l['’]|the|el|al|times|news|newspaper|post|journal|agence|agency|press|presse|tv|télé|radio|rfi|afp|info|infos|actu|média|media|magazine|gazette|tribune|herald|daily|weekly|monde|figaro|guardian|observer|review|report|24|\p{L}+\.(?:com|net|org|info|fr|ml|ne|bf|africa))\b/iu;

/**
 * A name alone on the last line, under a blank one. A single word must not occur in the article, or it is a topic; of
 * several words one must be of the kind that media are called by, or they may as well be the author.
 */
function trailingCredit(text: string, { lines, kinds, footer, bio }: Layout): Field<string> | null {
  const line = footer.filter((one) => !kinds.has(one) && one !== bio?.line).at(-1);
  if (!line || line !== lines.findLast((one) => !kinds.has(one) && one !== bio?.line)) return null;
  if (line.followsDirectly || line.words > 4 || !/^\p{Lu}[\p{L}\p{N}.'’& -]{2,40}$/u.test(line.text))
    return null;
  const single = line.words === 1;
  const fits = single
    ? findFolded(text.slice(0, line.start), line.text).length === 0
    : mediaWord.test(line.text);
  return fits && !endLabel.test(line.text) ? stated(line.text, line, 'trailing-credit') : null;
}

const endLabel = /^(?:fin|end|ends|suite|next|retour|back|archives?|contact|copyright|merci|thanks)$/i;

function bioCredits({ bio }: Layout): { byline: Field<string> | null; outlet: Field<string> | null } {
  if (!bio) return { byline: null, outlet: null };
  const { line, name: writer, outlet } = bio;
  const at = line.text.indexOf(writer);
  const byline = stated(writer, { start: line.start, end: line.start + at + writer.length }, 'bio');
  if (outlet === null) return { byline, outlet: null };
  const end = line.start + line.text.indexOf(outlet) + outlet.length;
  return { byline, outlet: stated(outlet, { start: line.start, end }, 'bio') };
}

const agencyLine =
  /^\p{Lu}[\p{Lu}\p{M} .'’-]{2,40}(?:,[^()–—]{1,40})?\s*\((?<name>\p{Lu}[\p{L} ]{1,25})\)\s*[-–—]/du;

/** `BAMAKO (Reuters) -` at the start of the body. */
function dateline({ body }: Layout): Field<string> | null {
  const line = body[0];
  const match = line ? agencyLine.exec(line.text.slice(0, 120)) : null;
  const value = match?.groups?.name;
  if (!line || !match || value === undefined) return null;
  return stated(value, { start: line.start, end: line.start + match[0].length }, 'dateline');
}

/**
 * The one organisation that alone holds the rights to a picture in the text: a sign of who published it, not a
 * statement, hence derived. A photographer or two organisations say nothing.
 */
function imageCredit({ lines }: Layout): Field<string> | null {
  const found = new Map<string, Field<string>>();
  for (const line of lines) {
    if (line.text.length > 600) continue;
    const match = /©\s*(?:\d{4}\s+)?(\p{Lu}[\p{L}\p{N} .'’&-]{1,40})$/u.exec(line.text);
    const value = match?.[1]?.trim();
    if (!match || !value || !mediaWord.test(value)) continue;
    const evidence = { start: line.start + match.index, end: line.end };
    found.set(value, { value, basis: 'derived', evidence, reason: 'image-credit' });
  }
  return found.size === 1 ? ([...found.values()][0] ?? null) : null;
}
