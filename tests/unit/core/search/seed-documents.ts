import { readFileSync } from 'node:fs';
import type { ArticleId } from '#core/ids.ts';
import { importFile } from '#core/import/import-file.ts';
import { fingerprintOf, type SearchDocument } from '#core/search/index/search-document.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';

type GoldenQuery = {
  readonly query: string;
  readonly expect_literal_whole_word: readonly string[];
  readonly expect_with_alias_expansion: readonly string[];
};
type Truth = {
  readonly articles: readonly { readonly id: string; readonly file: string }[];
  readonly golden_queries: readonly GoldenQuery[];
};

/** What is known of the five starter articles, by reading them. */
export const seedTruth: Truth = JSON.parse(readFileSync('tests/fixtures/seed-truth.json', 'utf8'));

/** The five starter articles, imported as the program imports them; their ids are `000` to `004`. */
export function importSeeds(): Promise<SearchDocument[]> {
  return Promise.all(
    seedTruth.articles.map(async ({ id, file }) => {
      const outcome = await importFile({ name: file, bytes: readFileSync(`seeds/${file}`) }, nodeTools);
      if (outcome.kind === 'refused') throw new Error(`${file} was refused: ${outcome.reason}`);
      const { title, language, noise } = outcome.article;
      const text = new TextDecoder().decode(outcome.text);
      return {
        id: id as ArticleId,
        title: title.value,
        text,
        noise,
        language: language.value,
        fingerprint: fingerprintOf(outcome.article),
      };
    }),
  );
}
