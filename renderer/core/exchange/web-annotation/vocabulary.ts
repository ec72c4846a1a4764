import { asList, type JsonObject } from '#core/exchange/json-values.ts';
import { type Id, idFrom } from '#core/ids.ts';

/** What a web annotation says it is; written and compared, never fetched. */
export const contextIri = 'http://www.w3.org/ns/anno.jsonld';

/** What the annotation model has no word for, by the vocabularies its context knows the prefixes of. */
export const names = {
  about: 'schema:about',
  title: 'dcterms:title',
  source: 'dcterms:source',
  sha256: 'schema:sha256',
  publisher: 'schema:publisher',
  carrier: 'schema:provider',
  byline: 'schema:creditText',
  published: 'schema:datePublished',
  kind: 'schema:additionalType',
  concept: 'skos:Concept',
  label: 'skos:prefLabel',
  broader: 'skos:broader',
  definition: 'skos:definition',
  include: 'skos:scopeNote',
  exclude: 'skos:editorialNote',
  example: 'skos:example',
  color: 'schema:color',
  archived: 'owl:deprecated',
  collection: 'skos:Collection',
  member: 'skos:member',
} as const;

/** An id of ours as an IRI. */
export function iriOf(id: string): string {
  return `urn:uuid:${id}`;
}

/** The types of a thing, without the prefix of the vocabulary. */
export function typesOf(thing: JsonObject): string[] {
  return asList(thing.type ?? thing['@type']).flatMap((type) =>
    typeof type === 'string'
      ? [type.replace(/^(?:oa|as|ldp):|^http:\/\/www\.w3\.org\/ns\/(?:oa|ldp)#/, '')]
      : [],
  );
}

/** The article, tag or person that an IRI stands for. */
export function idOfIri<Kind extends string>(iri: string): Id<Kind> {
  return idFrom<Kind>(iri.replace(/^urn:uuid:/i, ''));
}
