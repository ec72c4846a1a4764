import { voidTags } from './scan-html.ts';

/** How large a page is as a tree. End tags count: an end tag without its start makes an element too. */
export type PageSize = { readonly tags: number; readonly depth: number };

/** Elements that end where the next of their kind begins. */
const openEnded = new Set('p li dt dd tr td th option'.split(' '));

/** How far up the open elements an end tag is looked for: what ends further away is no page that people write. */
const longestLook = 64;

/** Measures a page from its tags in order, closing what a browser would close. */
export function measureTree() {
  const open: string[] = [];
  let tags = 0;
  let depth = 0;
  return {
    open(tag: string): void {
      tags += 1;
      if (voidTags.has(tag)) return;
      if (openEnded.has(tag) && open.at(-1) === tag) open.pop();
      open.push(tag);
      depth = Math.max(depth, open.length);
    },
    close(tag: string): void {
      tags += 1;
      const lowest = Math.max(0, open.length - longestLook);
      for (let at = open.length - 1; at >= lowest; at--) {
        if (open[at] !== tag) continue;
        open.length = at;
        return;
      }
    },
    finish: (): PageSize => ({ tags, depth }),
  };
}
