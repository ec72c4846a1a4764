import type { Grade, Highlight } from '#core/annotations/highlight.ts';
import type { Article, Field } from '#core/article.ts';
import type { BriefWords } from './brief-words.ts';
import type { Fact } from './composed-brief.ts';

/** A header's value; what the program or the analyst put there, and not the text itself, is marked as such. */
export function describeField(field: Field<string>, words: BriefWords): string {
  if (field.basis === 'derived') return words.derived(field.value);
  return field.basis === 'analyst' ? words.byAnalyst(field.value) : field.value;
}

/** "publisher via carrier", or what is known of them. */
export function describePublisher(article: Article, words: BriefWords): string {
  const publisher = article.publisher ? describeField(article.publisher, words) : words.noPublisher;
  return article.carrier ? words.via(publisher, describeField(article.carrier, words)) : publisher;
}

/** The date as it is printed, never completed. */
export function describeDate(article: Article, words: BriefWords): string {
  const date = article.publishedAt;
  if (date === null) return words.noDate;
  const printed = date.value.printed.trim() === '' ? date.value.iso : date.value.printed;
  return describeField({ ...date, value: printed }, words);
}

/** Publisher, carrier and date in one line. */
export function describeSource(article: Article | undefined, words: BriefWords): string {
  if (article === undefined) return words.missingArticle;
  return `${describePublisher(article, words)}, ${describeDate(article, words)}`;
}

/** The grade in letters and words: `C3: fairly reliable; possibly true`. */
export function describeGrade(grade: Grade, words: BriefWords): string {
  const { reliability, credibility } = grade;
  // French sets a space that does not break before both marks.
  const [colon, semicolon] = words.language === 'fr' ? ['\u00a0:', '\u202f;'] : [':', ';'];
  return `${reliability}${credibility}${colon} ${words.reliability[reliability]}${semicolon} ${words.credibility[credibility]}`;
}

/** Whether nobody has judged the passage: neither its source nor what it says. */
export function isUngraded({ reliability, credibility }: Grade): boolean {
  return reliability === 'F' && credibility === 6;
}

/** All that proves a passage, as lines. */
export function describeProof(highlight: Highlight, article: Article | undefined, words: BriefWords): Fact[] {
  const { anchor, grade, note } = highlight;
  const facts: (Fact | null)[] = [
    { label: words.source, value: article ? describePublisher(article, words) : words.missingArticle },
    article?.byline ? { label: words.byline, value: describeField(article.byline, words) } : null,
    article ? { label: words.date, value: describeIsoDate(article, words) } : null,
    {
      label: words.position,
      value: words.characters(anchor.start, anchor.end, article?.textLength ?? null),
    },
    { label: words.grade, value: describeGrade(grade, words) },
    note.trim() === '' ? null : { label: words.note, value: note },
    article ? { label: words.file, value: article.originalName } : null,
    { label: words.textSha256, value: anchor.textSha256 },
    article ? { label: words.originalSha256, value: article.originalSha256 } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

/** The date as printed with its reading beside it, where the two differ. */
function describeIsoDate(article: Article, words: BriefWords): string {
  const said = describeDate(article, words);
  const iso = article.publishedAt?.value.iso;
  return iso === undefined || said.includes(iso) ? said : `${said} [${iso}]`;
}
