import type { CodingProject, ProjectArticle, ProjectHighlight } from '#core/exchange/coding-project.ts';
import { type ArticleId, idFrom } from '#core/ids.ts';
import { measureOffsets, type Offsets } from '#core/text/offsets.ts';
import { writeValues } from './header-variables.ts';
import { writeHighlightText } from './highlight-text.ts';
import type { RefiLosses } from './losses.ts';
import { quoteName } from './quote-name.ts';
import { writeDescription } from './write-codes.ts';
import { authorOf, marginNoteId, type WrittenMemos } from './write-notes.ts';
import type { WrittenElement, XmlWriter } from './write-xml.ts';
import { writtenMoment } from './written-moment.ts';

/** What writing sources takes beside the articles and their highlights. */
export type SourceParts = {
  readonly writer: XmlWriter;
  readonly isGraded: boolean;
  readonly memos: WrittenMemos;
};

/** An article that goes along, its text, and those of its highlights that have a place in it. */
export type Carried = {
  readonly article: ProjectArticle;
  readonly text: string;
  readonly highlights: readonly (ProjectHighlight & { readonly start: number; readonly end: number })[];
};

/** The articles that have a text, with the highlights that have a place there. */
export function carry({ articles, highlights }: CodingProject, losses: RefiLosses): Carried[] {
  const byArticle = new Map<ArticleId, ProjectHighlight[]>(articles.map(({ id }) => [id, []]));
  for (const highlight of highlights) {
    const list = byArticle.get(highlight.articleId);
    if (list === undefined) losses.add('passage-without-place', quoteName(highlight.exact ?? ''));
    else list.push(highlight);
  }
  return articles.flatMap((article) => {
    const { text } = article;
    if (text === null) losses.add('article-without-text', article.title);
    const carried = (byArticle.get(article.id) ?? []).flatMap((highlight) => {
      const { start, end } = highlight;
      const isThere = text !== null && start !== null && end !== null && start < end && end <= text.length;
      if (isThere) return [{ ...highlight, start, end }];
      losses.add('passage-without-place', quoteName(highlight.exact ?? ''));
      return [];
    });
    return text === null ? [] : [{ article, text, highlights: carried }];
  });
}

/** Where a text stands in the zip file. */
export function sourceFile(id: ArticleId): string {
  return `${id}.txt`;
}

/** Write one article with its highlights. */
export function writeSource({ article, text, highlights }: Carried, parts: SourceParts): WrittenElement {
  const { writer, memos } = parts;
  const offsets = measureOffsets(text);
  return writer.element(
    'TextSource',
    { guid: article.id, name: article.title, plainTextPath: `internal://${sourceFile(article.id)}` },
    [
      ...highlights.map((highlight) =>
        writeSelection(highlight, { quote: text.slice(highlight.start, highlight.end), offsets }, parts),
      ),
      ...memos.refsOf(article.id),
      ...writeValues(article, writer),
    ],
  );
}

function writeSelection(
  highlight: Carried['highlights'][number],
  { quote, offsets }: { readonly quote: string; readonly offsets: Offsets },
  { writer, isGraded, memos }: SourceParts,
): WrittenElement {
  const { id, start, end, note, tagIds } = highlight;
  const noteRefs = note === '' ? [] : [writer.element('NoteRef', { targetGUID: marginNoteId(id) })];
  return writer.element(
    'PlainTextSelection',
    {
      guid: id,
      name: quoteName(quote),
      startPosition: String(offsets.toCodePoint(start)),
      endPosition: String(offsets.toCodePoint(end)),
      ...authorOf(highlight),
    },
    [
      ...writeDescription(writeHighlightText(highlight, isGraded), writer),
      ...tagIds.map((tagId) =>
        writer.element(
          'Coding',
          {
            guid: idFrom(`coding ${id} ${tagId}`),
            creatingUser: highlight.analystId,
            creationDateTime: writtenMoment(highlight.createdAt),
          },
          [writer.element('CodeRef', { targetGUID: tagId })],
        ),
      ),
      ...noteRefs,
      ...memos.refsOf(id),
    ],
  );
}
