import type { CodingProject, LossList, ProjectHighlight } from '#core/exchange/coding-project.ts';
import { asList, asText, isObject, type JsonObject } from '#core/exchange/json-values.ts';
import { type AnalystId, type ArticleId, type HighlightId, idFrom, type MemoId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { createAbout } from './read-about.ts';
import { listTargets, readBodies, type Said } from './read-bodies.ts';
import { readSelectors, type SelectedPlace } from './read-selectors.ts';
import { idOfIri, iriOf, names, typesOf } from './vocabulary.ts';

type Project = Omit<CodingProject, 'name' | 'origin'>;

/** Puts annotations together to a project, one after another. */
export type AnnotationReader = {
  add(annotation: JsonObject): void;
  /** @param collectionIri what the file is called: a memo on it is one on the workspace. */
  finish(collectionIri: unknown): Project;
};

/** Keys of an annotation that are read, or say nothing an analyst wrote. */
const known = new Set(
  '@context @id @type id type body bodyValue target motivation created modified generated generator creator dcterms:title'.split(
    ' ',
  ),
);

/** What an annotation tells, wherever it points to. */
type Told = {
  readonly said: Said;
  readonly title: string;
  readonly who: AnalystId | null;
  readonly times: { readonly createdAt: string | null; readonly updatedAt: string | null };
};

/** An annotation on a thing rather than on words in it: a memo, once it is known what the thing is. */
type Remark = Told & { readonly id: HighlightId; readonly iri: string };

/**
 * A reader of W3C annotations. One with a passage becomes a highlight, with several as many; one on a whole thing a memo.
 *
 * @param about what the file says of articles, tags and people beside the annotations.
 */
export function createAnnotationReader(about: readonly JsonObject[], losses: LossList): AnnotationReader {
  const things = createAbout(about);
  const highlights = new Map<HighlightId, ProjectHighlight>();
  const remarks: Remark[] = [];

  function add(annotation: JsonObject): void {
    const iri = asText(annotation.id ?? annotation['@id']);
    const id = iri === null ? idFrom<'highlight'>(JSON.stringify(annotation)) : idOfIri<'highlight'>(iri);
    for (const key of Object.keys(annotation)) if (!known.has(key)) losses.add('property', key);
    const told = tell(annotation);
    const targets = listTargets(annotation);
    if (targets.length === 0) losses.add('no-target', iriOf(id));
    for (const [index, target] of targets.entries())
      addTarget(index === 0 ? id : idFrom(`${id} ${index}`), target, told);
  }

  function tell(annotation: JsonObject): Told {
    return {
      said: readBodies(annotation),
      title: asText(annotation[names.title]) ?? '',
      who: things.person(annotation.creator),
      times: { createdAt: asText(annotation.created), updatedAt: asText(annotation.modified) },
    };
  }

  function addTarget(id: HighlightId, target: unknown, told: Told): void {
    const { iri, source, selector } = splitTarget(target);
    const place = readSelectors(selector, 'code-point');
    for (const kind of place.unknown) losses.add('selector', kind);
    if (iri === null) losses.add('no-target', iriOf(id));
    else if (place.exact === null && place.counted === null) remarks.push({ ...told, id, iri });
    else if (highlights.has(id)) losses.add('same-id-twice', iriOf(id));
    else highlights.set(id, makeHighlight(id, things.article(iri, source), { place, told }));
  }

  function makeHighlight(
    id: HighlightId,
    articleId: ArticleId,
    { place, told }: { readonly place: SelectedPlace; readonly told: Told },
  ): ProjectHighlight {
    const { counted, unknown: _, ...words } = place;
    const { tags, note, grade, marks } = told.said;
    return {
      id,
      articleId,
      start: null,
      end: null,
      ...(counted === null ? {} : { counted }),
      ...words,
      tagIds: [...new Set(tags.flatMap(({ path, iri }) => things.tag(path, iri) ?? []))],
      note,
      grade,
      marks,
      analystId: told.who,
      ...told.times,
    };
  }

  function finish(collectionIri: unknown): Project {
    const ids = new Set<string>(remarks.map(({ id }) => id));
    const memos = remarks.flatMap((remark) => {
      const { tags, note } = remark.said;
      if (tags.length > 0)
        losses.add('tags-without-passage', tags.map(({ path }) => path.join('/')).join(', '));
      if (note === '' && remark.title === '') {
        losses.add('nothing-said', remark.iri);
        return [];
      }
      return [makeMemo(remark, subjectOf(remark, ids, collectionIri))];
    });
    return { ...things.finish(), highlights: [...highlights.values()], memos };
  }

  function makeMemo({ id, title, said, who, times }: Remark, subject: Memo['subject']): Memo {
    const { createdAt, updatedAt } = times;
    return {
      id: id as string as MemoId,
      title,
      text: said.note,
      subject,
      links: said.links.flatMap(({ iri, kind }) => things.target(kind, iri) ?? []),
      ...(who === null ? {} : { analystId: who }),
      createdAt: createdAt ?? '',
      updatedAt: updatedAt ?? createdAt ?? '',
    };
  }

  /** What the file does not know otherwise is taken for an article. */
  function subjectOf({ id, iri }: Remark, remarkIds: ReadonlySet<string>, whole: unknown): Memo['subject'] {
    const subjectId = idOfIri<'memo'>(iri);
    if (iri === whole) return { kind: 'workspace' };
    if (subjectId === (id as string)) return { kind: 'free' };
    if (highlights.has(idOfIri(iri))) return { kind: 'highlight', id: idOfIri(iri) };
    if (remarkIds.has(subjectId)) return { kind: 'memo', id: subjectId };
    return things.isTag(iri)
      ? { kind: 'tag', id: idOfIri(iri) }
      : { kind: 'article', id: things.article(iri, {}) };
  }

  return { add, finish };
}

function splitTarget(target: unknown): {
  readonly iri: string | null;
  readonly source: JsonObject;
  readonly selector: unknown;
} {
  const thing = isObject(target) ? target : { source: target };
  const isSpecific = thing.source !== undefined || typesOf(thing).includes('SpecificResource');
  const source = isSpecific ? asList(thing.source)[0] : thing;
  const iri = isObject(source) ? (source.id ?? source['@id']) : source;
  return { iri: asText(iri), source: isObject(source) ? source : {}, selector: thing.selector };
}
