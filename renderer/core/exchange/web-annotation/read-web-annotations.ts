import type { CodingProject, LossList, ProjectAnswer } from '#core/exchange/coding-project.ts';
import { createLossList } from '#core/exchange/coding-project.ts';
import { asList, asText, isObject, type JsonObject } from '#core/exchange/json-values.ts';
import { createAnnotationReader } from './read-annotation.ts';
import { isHypothesis, readHypothesis } from './read-hypothesis.ts';
import { readJsonFile } from './read-json-file.ts';
import { names, typesOf } from './vocabulary.ts';

/** More annotations than an analyst makes in a lifetime. */
const mostAnnotations = 200_000;

/**
 * Read W3C web annotations (one, a list, a page or a collection) or what Hypothesis exports, in UTF-8. The file only
 * points to its texts, so passages come with their words and with offsets that `settlePassages` is to judge. Nothing
 * that lies elsewhere is fetched: what the file leaves there is a loss.
 */
export function readWebAnnotations(bytes: Uint8Array): ProjectAnswer {
  const parsed = readJsonFile(bytes);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (isHypothesis(value)) return readHypothesis(value, mostAnnotations);
  const losses = createLossList();
  const found = listAnnotations(value, losses);
  if (found === null) return { ok: false, code: 'not-annotations', detail: {} };
  if (found.length > mostAnnotations)
    return { ok: false, code: 'too-many', detail: { count: found.length, limit: mostAnnotations } };
  const top = isObject(value) ? value : {};
  const reader = createAnnotationReader(asList(top[names.about]).filter(isObject), losses);
  for (const annotation of found) reader.add(annotation);
  const project: CodingProject = {
    name: asText(top.label) ?? '',
    origin: originOf(top),
    ...reader.finish(top.id ?? top['@id']),
  };
  return { ok: true, project, losses: losses.list() };
}

function originOf({ generator }: JsonObject): string {
  return (isObject(generator) ? asText(generator.name) : asText(generator)) ?? '';
}

/** The annotations of a file in their order; `null` when it holds nothing of the kind. */
function listAnnotations(value: unknown, losses: LossList): JsonObject[] | null {
  const items: JsonObject[] = [];
  let isKnown = false;
  const look = (next: unknown): void => {
    if (Array.isArray(next)) for (const item of next) look(item);
    if (!isObject(next)) return;
    const isAnnotation = typesOf(next).includes('Annotation');
    const contents = isAnnotation ? null : contentsOf(next, losses);
    if (isAnnotation) items.push(next);
    isKnown ||= isAnnotation || contents !== null;
    look(contents);
  };
  // The parser has bounded the depth.
  look(value);
  return isKnown ? items : null;
}

const containers = new Set(['AnnotationCollection', 'AnnotationPage', 'BasicContainer']);

/**
 * What is in a collection or page: its first page, its items, the pages that follow; `null` for anything else. A page
 * that is only named is lost.
 */
function contentsOf(container: JsonObject, losses: LossList): unknown[] | null {
  if (Array.isArray(container['@graph'])) return container['@graph'];
  if (!typesOf(container).some((kind) => containers.has(kind))) return null;
  const { first, items, next } = container;
  for (const page of [first, next]) if (typeof page === 'string') losses.add('page-elsewhere', page);
  return [first, ...asList(items), next].filter(isObject);
}
