import type { Article, Field, Language, StatedDate } from '#core/article.ts';
import type { BatchId } from '#core/ids.ts';
import type { ImportedArticle } from '#core/import/import-file.ts';
import { readDate } from '#core/library/edit-articles.ts';
import type { ProjectArticle } from './coding-project.ts';

/**
 * The article that a project's text becomes: what import found in it, under the project's id, with the header the
 * file gives where it gives one.
 */
export function toProjectHome(
  imported: ImportedArticle,
  theirs: ProjectArticle,
  { batchId, now }: { readonly batchId: BatchId; readonly now: string },
): Article {
  const language = knownLanguages.find((one) => theirs.language?.toLowerCase().startsWith(one));
  const date = theirs.publishedAt === null ? null : readDate(theirs.publishedAt);
  return {
    ...imported,
    id: theirs.id,
    batchId,
    importedAt: now,
    title: stated(theirs.title) ?? imported.title,
    publisher: stated(theirs.publisher) ?? imported.publisher,
    carrier: stated(theirs.carrier) ?? imported.carrier,
    byline: stated(theirs.byline) ?? imported.byline,
    language: language === undefined ? imported.language : inFile<Language>(language),
    publishedAt: date === null ? imported.publishedAt : inFile<StatedDate>(date),
    status: 'unread',
    flagged: false,
  };
}

const knownLanguages = ['en', 'fr', 'ar'] as const;

function stated(value: string | null): Field<string> | null {
  const text = value?.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 2_000).toWellFormed() ?? '';
  return text === '' ? null : inFile(text);
}

function inFile<Value>(value: Value): Field<Value> {
  return { value, basis: 'stated', evidence: null, reason: 'coding-project' };
}
