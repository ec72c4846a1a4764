import type { Analyst } from '#core/analyst.ts';
import { tagColors } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { CodingProject, ProjectArticle, ProjectTag } from '#core/exchange/coding-project.ts';
import { gatherTags } from '#core/exchange/gather-tags.ts';
import { asList, asText, isObject, type JsonObject } from '#core/exchange/json-values.ts';
import { type AnalystId, type ArticleId, idFrom, type TagId } from '#core/ids.ts';
import type { MemoTarget } from '#core/memos/memo.ts';
import { idOfIri, names, typesOf } from './vocabulary.ts';

/** The things that annotations are about: told of beside them, or first met in them. */
export type About = {
  /** The article at `iri`, with what `told` says of it. */
  article(iri: string, told: JsonObject): ArticleId;
  /** The tag at a path; `null` when the path is empty. */
  tag(path: readonly string[], iri: string | null): TagId | null;
  /** Whoever a `creator` names first. */
  person(creator: unknown): AnalystId | null;
  isTag(iri: string): boolean;
  target(kind: string, iri: string): MemoTarget | null;
  finish(): Pick<CodingProject, 'articles' | 'tags' | 'groups' | 'analysts'>;
};

/** Read what the file says of its things, and gather those it says nothing of. */
export function createAbout(about: readonly JsonObject[]): About {
  const concepts = about.filter((thing) => typesOf(thing).includes(names.concept)).flatMap(readConcept);
  const conceptIds = new Set(concepts.map(({ id }) => id));
  const gathered = gatherTags((path) => idFrom(`tag ${path.join('/')}`));
  const articles = new Map<ArticleId, ProjectArticle>();
  const analysts = new Map<AnalystId, Analyst>();

  function article(iri: string, told: JsonObject): ArticleId {
    const id = idOfIri<'article'>(iri);
    if (!articles.has(id)) articles.set(id, readArticle(id, iri, told));
    return id;
  }

  function person(creator: unknown): AnalystId | null {
    const first = asList(creator)[0];
    const iri = asText(isObject(first) ? (first.id ?? first['@id']) : first);
    const name = isObject(first) ? (asText(first.name) ?? asText(first.nickname) ?? iri) : iri;
    if (name === null) return null;
    const id = iri === null ? idFrom<'analyst'>(`person ${name}`) : idOfIri<'analyst'>(iri);
    if (!analysts.has(id)) analysts.set(id, { id, name });
    return id;
  }

  for (const thing of about) {
    const iri = asText(thing.id);
    if (iri !== null && typesOf(thing).includes('Text')) article(iri, thing);
    if (typesOf(thing).includes('Person')) person(thing);
  }

  return {
    article,
    tag(path, iri) {
      const id = iri === null ? null : idOfIri<'tag'>(iri);
      return id !== null && conceptIds.has(id) ? id : gathered.at(path, id === null ? {} : { id });
    },
    person,
    isTag: (iri) => conceptIds.has(idOfIri(iri)),
    target(kind, iri) {
      return isTargetKind(kind) ? ({ kind, id: idOfIri(iri) } as MemoTarget) : null;
    },
    finish: () => ({
      articles: [...articles.values()],
      tags: [...concepts, ...gathered.list()],
      groups: about.filter((thing) => typesOf(thing).includes(names.collection)).flatMap(readGroup),
      analysts: [...analysts.values()],
    }),
  };
}

function isTargetKind(kind: string): kind is MemoTarget['kind'] {
  return kind === 'article' || kind === 'tag' || kind === 'highlight' || kind === 'memo';
}

function readArticle(id: ArticleId, iri: string, told: JsonObject): ProjectArticle {
  const title = asText(told[names.title]) ?? asText(told.title) ?? asText(told.label) ?? asText(told.name);
  const sha256 = asText(told[names.sha256])?.toLowerCase() ?? '';
  return {
    id,
    title: title ?? '',
    text: null,
    source: asText(told[names.source]) ?? iri,
    textSha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null,
    publisher: asText(told[names.publisher]),
    carrier: asText(told[names.carrier]),
    byline: asText(told[names.byline]),
    publishedAt: asText(told[names.published]),
    language: asText(told.language),
  };
}

function readConcept(thing: JsonObject): ProjectTag[] {
  const iri = asText(thing.id);
  const name = asText(thing[names.label]);
  if (iri === null || name === null) return [];
  const broader = asList(thing[names.broader])[0];
  const parentIri = asText(isObject(broader) ? broader.id : broader);
  const [include, exclude, example] = [names.include, names.exclude, names.example].map(
    (key) => asText(thing[key]) ?? '',
  );
  const guide = { include: include ?? '', exclude: exclude ?? '', example: example ?? '' };
  const color = asText(thing[names.color]);
  return [
    {
      id: idOfIri(iri),
      parentId: parentIri === null ? null : idOfIri(parentIri),
      name,
      description: asText(thing[names.definition]) ?? '',
      ...(include || exclude || example ? { guide } : {}),
      ...(thing[names.archived] === true ? { isArchived: true as const } : {}),
      color: tagColors.find((known) => known === color) ?? null,
      isFolder: asText(thing[names.kind]) === 'folder',
    },
  ];
}

function readGroup(thing: JsonObject): TagGroup[] {
  const iri = asText(thing.id);
  const name = asText(thing[names.label]);
  if (iri === null || name === null) return [];
  const tagIds = asList(thing[names.member]).flatMap((member) => {
    const tag = asText(isObject(member) ? member.id : member);
    return tag === null ? [] : [idOfIri<'tag'>(tag)];
  });
  return [{ id: idOfIri(iri), name, description: asText(thing[names.definition]) ?? '', tagIds }];
}
