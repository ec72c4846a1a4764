import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import type { ProjectArticle } from './coding-project.ts';

/** Where an article of a project belongs in the workspace. */
export type ArticleMatch =
  /** It is one of ours: the same id, the same text, or the only one with its source or title. */
  | { readonly kind: 'ours'; readonly article: Article; readonly by: 'id' | 'text' | 'source' | 'title' }
  /** We have nothing like it, and the project brings its text. */
  | { readonly kind: 'new' }
  /** The project only points to it, and what it points to is not here, or is here several times. */
  | { readonly kind: 'missing' | 'ambiguous' };

/**
 * Find the project's articles among ours. A text decides before a name; names decide only for articles whose text the
 * project does not bring, and only when one of ours alone has them.
 */
export function matchProjectArticles(
  theirs: readonly ProjectArticle[],
  ours: readonly Article[],
): Map<ArticleId, ArticleMatch> {
  const byId = new Map(ours.map((article) => [article.id, article]));
  const byText = new Map(ours.map((article) => [article.textSha256, article]));
  const byName = groupBy(ours, ({ originalName }) => nameKey(originalName));
  const byTitle = groupBy(ours, ({ title }) => nameKey(title.value));
  const match = (article: ProjectArticle): ArticleMatch => {
    const same = byId.get(article.id);
    if (same !== undefined) return { kind: 'ours', article: same, by: 'id' };
    const twin = article.textSha256 === null ? undefined : byText.get(article.textSha256);
    if (twin !== undefined) return { kind: 'ours', article: twin, by: 'text' };
    if (article.text !== null) return { kind: 'new' };
    return (
      only(byName.get(nameKey(baseName(article.source))), 'source') ??
      only(byTitle.get(nameKey(article.title)), 'title') ?? { kind: 'missing' }
    );
  };
  return new Map(theirs.map((article) => [article.id, match(article)]));
}

function only(found: readonly Article[] | undefined, by: 'source' | 'title'): ArticleMatch | null {
  const [first, ...others] = found ?? [];
  if (first === undefined) return null;
  return others.length > 0 ? { kind: 'ambiguous' } : { kind: 'ours', article: first, by };
}

function groupBy(ours: readonly Article[], key: (article: Article) => string): Map<string, Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of ours) {
    const name = key(article);
    const group = groups.get(name);
    if (name === '') continue;
    if (group === undefined) groups.set(name, [article]);
    else group.push(article);
  }
  return groups;
}

/** The last part of a path or an address, as it would be typed. */
function baseName(source: string): string {
  const last =
    source
      .replace(/[?#].*$/, '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** A name as it is compared: folded, without the ending of a file. */
function nameKey(name: string): string {
  return fold(name.normalize('NFC'))
    .replace(/\.(?:txt|html?|xhtml|md|docx|pdf)$/, '')
    .trim();
}
