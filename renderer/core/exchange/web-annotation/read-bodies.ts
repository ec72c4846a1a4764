import type { Grade, HighlightMark } from '#core/annotations/highlight.ts';
import { highlightMarks } from '#core/annotations/highlight.ts';
import { asList, asText, asTexts, isObject, type JsonObject } from '#core/exchange/json-values.ts';
import { typesOf } from './vocabulary.ts';

/** What an annotation says of its target. */
export type Said = {
  /** The names on the way to each tag, with the IRI that stands for it when one does. */
  readonly tags: readonly { readonly path: readonly string[]; readonly iri: string | null }[];
  /** Comments, one after another. */
  readonly note: string;
  readonly grade: Grade | null;
  readonly marks: readonly HighlightMark[];
  /** Things of other annotations it leads to, by their IRIs. */
  readonly links: readonly { readonly iri: string; readonly kind: string }[];
};

/**
 * Read the bodies of an annotation. What a body is for is told by its purpose, else by the annotation's motivation. A
 * body that lies elsewhere is not fetched; its address goes into the note.
 */
export function readBodies(annotation: JsonObject): Said {
  const tags: Said['tags'][number][] = [];
  const notes: string[] = [];
  const marks: HighlightMark[] = [];
  const links: Said['links'][number][] = [];
  let grade: Grade | null = null;

  function read(body: unknown): void {
    if (typeof body === 'string') notes.push(body);
    if (!isObject(body)) return;
    if (Array.isArray(body.items)) {
      body.items.forEach(read);
      return;
    }
    const purposes = asTexts(body.purpose ?? annotation.motivation);
    const text = asTexts(body.value).join('\n');
    if (text !== '') readText(text, purposes, body);
    else readResource(body, purposes);
  }

  function readText(text: string, purposes: readonly string[], body: JsonObject): void {
    const judged = purposes.includes('assessing') ? readGrade(text) : null;
    const mark = purposes.includes('classifying')
      ? highlightMarks.find((known) => known === text)
      : undefined;
    if (purposes.includes('tagging'))
      tags.push({ path: text.split('/'), iri: asText(body.id ?? body['@id']) });
    else if (judged !== null && grade === null) grade = judged;
    else if (mark !== undefined) marks.push(mark);
    else notes.push(text);
  }

  function readResource(body: JsonObject, purposes: readonly string[]): void {
    const source = isObject(body.source) ? body.source : body;
    const iri = asText(
      isObject(body.source) ? (source.id ?? source['@id']) : (body.source ?? body.id ?? body['@id']),
    );
    if (iri === null) return;
    const kind = asText(source['schema:additionalType']);
    if (purposes.includes('linking') && kind !== null) links.push({ iri, kind });
    else if (purposes.includes('tagging')) tags.push({ path: [asText(body.label) ?? iri], iri });
    else notes.push(iri);
  }

  for (const body of asList(annotation.body)) read(body);
  const value = asText(annotation.bodyValue);
  if (value !== null) notes.push(value);
  return { tags, note: notes.join('\n\n'), grade, marks: [...new Set(marks)], links };
}

function readGrade(text: string): Grade | null {
  const [, reliability, credibility] = /^\s*([A-F])\s*[-/]?\s*([1-6])\s*$/i.exec(text) ?? [];
  if (reliability === undefined || credibility === undefined) return null;
  return {
    reliability: reliability.toUpperCase() as Grade['reliability'],
    credibility: Number(credibility) as Grade['credibility'],
  };
}

/** The things an annotation is about, one by one. */
export function listTargets(annotation: JsonObject): unknown[] {
  return asList(annotation.target).flatMap((target) =>
    isObject(target) && Array.isArray(target.items) && !typesOf(target).includes('SpecificResource')
      ? target.items
      : [target],
  );
}
