import { type Language, type LanguageSpan, maxLanguageSpans } from '#core/article.ts';
import { arabic, countKind, figure, indexOfKind, letter, mayHaveArabic } from '#core/text/characters.ts';
import { paragraphs } from '#core/text/paragraphs.ts';
import { endWithout } from '#core/text/runs.ts';
import { sentenceStarts } from '#core/text/sentence-starts.ts';
import type { TextSpan } from '#core/text/span.ts';
import { hasWords } from '#core/text/words.ts';
import { countSmallWords } from './count-small-words.ts';
import { guessLanguage } from './guess-language.ts';

/** What is looked at of a text, in UTF-16 units. */
const longest = 400_000;
/** With fewer words than this a sentence is not judged by the shapes of its words, only by its small words. */
const fewestWords = 6;

/** What is set apart from a sentence, and may be in another language than it, by the mark that opens it. */
const insets = [
  ['[', /\[[^[\]\n]{3,300}\]/g],
  ['(', /\([^()\n]{12,300}\)/g],
  ['«', /«[^«»\n]{12,600}»/g],
  ['“', /“[^“”\n]{12,600}”/g],
] as const;
const arabicRun =
  /[\p{Script=Arabic}\d][\p{Script=Arabic}\p{M}\s\d.,،؛؟!:«»"“”()-]*\p{Script=Arabic}[\p{M}.؟!]*/gu;

/**
 * The passages of a text that are in another of the languages told apart than the text is: sentences, what is set in
 * brackets or quotation marks, and runs of Arabic writing. Only what is beyond doubt; in order, none in another.
 */
export function findLanguages(text: string, language: Language): LanguageSpan[] {
  const found: LanguageSpan[] = [];
  for (const paragraph of paragraphs(text.slice(0, longest)).flatMap((one) => piecesOf(text, one)))
    for (const unit of unitsOf(text, paragraph)) {
      const other = judge(text.slice(unit.start, unit.end), language);
      if (other === null) continue;
      const last = found.at(-1);
      const joins = last?.language === other && text.slice(last.end, unit.start).trim() === '';
      if (last && joins) found[found.length - 1] = { ...last, end: unit.end };
      else found.push({ ...unit, language: other });
      if (found.length === maxLanguageSpans) return found;
    }
  return found;
}

/** Characters of a paragraph that are looked at in one piece: cutting up longer ones takes time out of proportion. */
const longestPiece = 10_000;

function piecesOf(text: string, { start, end }: TextSpan): TextSpan[] {
  const pieces: TextSpan[] = [];
  let from = start;
  while (end - from > longestPiece) {
    const space = text.lastIndexOf(' ', from + longestPiece);
    const to = space > from ? space : from + longestPiece;
    pieces.push({ start: from, end: to });
    from = to;
  }
  return [...pieces, { start: from, end }];
}

/** Sentences of a paragraph without what is set in them, and what is set in them, in order. */
function unitsOf(text: string, { start, end }: TextSpan): TextSpan[] {
  const paragraph = text.slice(start, end);
  const cuts = sentenceStarts(paragraph);
  for (const [mark, inset] of insets)
    if (paragraph.includes(mark))
      for (const { index, 0: whole } of paragraph.matchAll(inset)) cuts.push(index, index + whole.length);
  if (mayHaveArabic(paragraph))
    for (const { index, 0: run } of paragraph.matchAll(arabicRun))
      if (/\s/.test(run)) cuts.push(index, index + run.length);
  const edges = [...new Set([0, ...cuts, paragraph.length])].sort((a, b) => a - b);
  return edges.flatMap((edge, at) => {
    const next = edges[at + 1];
    return next === undefined ? [] : trimmed(text, { start: start + edge, end: start + next });
  });
}

/** Without the white space and marks around it; none when nothing is left. */
function trimmed(text: string, { start, end }: TextSpan): TextSpan[] {
  const unit = text.slice(start, end);
  const first = indexOfKind(unit, letter | figure);
  if (first === -1) return [];
  return [{ start: start + first, end: start + endWithout(unit, /[\s,;:–—"“”«»()[\]]/) }];
}

/** The language a passage is surely in, when it is another than the text's. */
function judge(passage: string, language: Language): Language | null {
  const inArabic = mayHaveArabic(passage) ? countKind(passage, arabic) : 0;
  const letters = inArabic === 0 ? 0 : countKind(passage, letter);
  const other = inArabic * 2 > letters ? judgeArabic(passage, inArabic) : judgeLatin(passage, language);
  return other === language ? null : other;
}

/** Persian and Urdu are written with the same letters. */
function judgeArabic(passage: string, letters: number): Language | null {
  if (letters < 4) return null;
  return !hasWords(passage, fewestWords) || guessLanguage(passage) === 'ar' ? 'ar' : null;
}

function judgeLatin(passage: string, language: Language): Language | null {
  const { en, fr } = countSmallWords(passage);
  const [leans, most, least] = fr > en ? (['fr', fr, en] as const) : (['en', en, fr] as const);
  // So are most sentences, and to look closer takes a hundred times as long.
  if (leans === language) return null;
  if (!hasWords(passage, fewestWords)) return least === 0 && (most >= 2 || isNote(passage)) ? leans : null;
  return most >= 2 && most >= 3 * least && guessLanguage(passage) === leans ? leans : null;
}

/** Where hardly anything stands one small word of a place tells: “au Mali”. */
function isNote(passage: string): boolean {
  return /^(?:au|aux|du|dans|en) \p{Lu}\p{L}+$/u.test(passage);
}
