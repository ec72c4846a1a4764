import lunr from 'lunr';
import type { Language } from '#core/article.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { stem } from '#core/search/stemmers.ts';
import { below, pick, type Random } from '#tests/bench/search/random.ts';
import type { Pool } from './random-articles.ts';

// lunr keys the nodes of its term set by label and id without anything between them, so that terms with digits can be
// merged wrongly and then not be found (olivernn/lunr.js#503). An oracle must not: here the key is parted.
lunr.TokenSet.prototype.toString = function partedKey(this: TermNode): string {
  this._str ??= Object.keys(this.edges)
    .sort()
    .reduce((key, label) => `${key}|${label}:${this.edges[label]?.id}`, this.final ? '1' : '0');
  return this._str;
};

type TermNode = lunr.TokenSet & {
  _str?: string;
  readonly final: boolean;
  readonly edges: Readonly<Record<string, { readonly id: number }>>;
};

/** lunr's own index of documents of one language, told their words by our scanner: each in its form and by its stem. */
export function lunrOracle(documents: readonly SearchDocument[], language: Language): lunr.Index {
  return lunr(function build(this: lunr.Builder) {
    this.ref('id');
    for (const field of ['title', 'text']) {
      this.field(field);
      this.field(`${field}.stem`);
    }
    this.pipeline.reset();
    this.searchPipeline.reset();
    for (const { id, title, text } of documents) {
      const forms = { title: wordsOf(title), text: wordsOf(text) };
      const stems = {
        'title.stem': forms.title.map((word) => stem(word, language)),
        'text.stem': forms.text.map((word) => stem(word, language)),
      };
      this.add({ id, ...forms, ...stems });
    }
  });
}

/** The ids lunr finds: a word is looked up by its stem, a pattern or a fuzzy word among the forms. */
export function askLunr(index: lunr.Index, query: lunr.Query, language: Language): string[] {
  const results = index.query((asked) => {
    for (const clause of query.clauses as readonly OracleClause[]) {
      const isForm = clause.term.includes('*') || (clause.editDistance ?? 0) > 0;
      asked.clause({
        ...clause,
        term: isForm ? clause.term : stem(clause.term, language),
        fields: isForm ? clause.fields : clause.fields.map((field) => `${field}.stem`),
        usePipeline: false,
      } as lunr.Query.Clause);
    }
  });
  return results.map(({ ref }) => ref).sort();
}

type OracleClause = {
  readonly term: string;
  readonly fields: string[];
  readonly editDistance?: number;
};

/** A query of lunr's, of up to four clauses: required, prohibited, in one field, boosted, with wildcards, fuzzy. */
export function makeLunrQuery(pool: Pool, random: Random): lunr.Query {
  const query = new lunr.Query(['title', 'text']);
  const { OPTIONAL, REQUIRED, PROHIBITED } = lunr.Query.presence;
  const clauses = 1 + below(4, random);
  for (let at = 0; at < clauses; at++) {
    const word = pick(wordsOf(`${pick(pool, random)} ${pick(pool, random)}`), random);
    const kind = random();
    const common = {
      presence: pick([OPTIONAL, OPTIONAL, REQUIRED, REQUIRED, PROHIBITED], random),
      ...(random() < 0.3 ? { boost: 1 + below(10, random) } : {}),
      ...(random() < 0.4 ? { fields: [pick(['title', 'text'], random)] } : {}),
    };
    if (kind < 0.35) query.term(word, common);
    else if (kind < 0.65) query.term(withStars(word, random), { ...common, usePipeline: false });
    else query.term(mistyped(word, random), { ...common, editDistance: 1 + below(2, random) });
  }
  return query;
}

/** A query of lunr's in a failing test's message. */
export function describeLunr(query: lunr.Query): string {
  return JSON.stringify(query.clauses);
}

function withStars(word: string, random: Random): string {
  const kept = word.slice(0, 1 + below(word.length, random));
  const forms = [
    () => `${kept}*`,
    () => `*${word.slice(-kept.length)}`,
    () => `*${word.slice(1, 3)}*`,
    () => `${kept}*${word.slice(-1)}`,
    () => `${word}*`,
    () => '*',
    () => `${word.slice(0, 1)}*${word.slice(1, 2)}*`,
  ];
  return pick(forms, random)();
}

function mistyped(word: string, random: Random): string {
  const at = below(word.length, random);
  const letter = pick([...'abc12es'], random);
  const forms = [
    word,
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  return pick(forms, random) || word;
}

function wordsOf(text: string): string[] {
  return scanWords(text).map(({ word }) => word);
}
