import type { Article } from '#core/article.ts';

/** Articles whose pages may look alike: of one carrier, one site, one file; `null` in `name` for those of one import. */
export type Source = { readonly key: string; readonly name: string | null };

/** Where an article was printed, as far as it tells: pages of one source share their boilerplate. */
export function sourceOf({ carrier, publisher, address, container, batchId }: Article): Source {
  const host = /^https?:\/\/(?:www\.)?([^/:]+)/.exec(address?.value ?? '')?.[1];
  const name = carrier?.value ?? host ?? publisher?.value ?? container?.name ?? null;
  return name === null ? { key: batchId, name } : { key: name.toLowerCase(), name };
}
