import type { NoiseSpan } from '#core/article.ts';
import { endWithout, tightenTabs } from '#core/text/runs.ts';
import { type HtmlReader, voidTags } from './scan-html.ts';

/** One line of the text of a page, and the kind of boilerplate it is by the element it stands in. */
export type Block = { readonly text: string; readonly noise: NoiseSpan['kind'] | null };

/** Elements whose content is never text. */
const unread = new Set(
  'script style noscript template svg math iframe object embed head title select option button input textarea canvas audio video map noembed noframes xmp dialog'.split(
    ' ',
  ),
);

/** Elements that stand on lines of their own. */
const blocks = new Set(
  'address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

const noiseOf: ReadonlyMap<string, NoiseSpan['kind']> = new Map([
  ['figcaption', 'caption'],
  ['nav', 'menu'],
  ['menu', 'menu'],
  ['footer', 'menu'],
  ['aside', 'related'],
  ['form', 'comments'],
]);

/** Tells the kind of boilerplate that an element holds, beside those of every page; `null`: none. */
export type NoiseOfElement = (
  tag: string,
  attributes: ReadonlyMap<string, string>,
) => NoiseSpan['kind'] | null;

/**
 * A reader that gathers a page's text as lines: a paragraph, heading, list item or quotation each on its own, a table
 * row by row with tabs between its cells. Scripts, styles, hidden parts and controls are no text.
 */
export function collectBlocks(alsoNoise: NoiseOfElement = () => null): HtmlReader & { finish(): Block[] } {
  const found: Block[] = [];
  const noise: { readonly tag: string; readonly kind: NoiseSpan['kind'] }[] = [];
  let line = '';
  let endsInSpace = true;
  let preformatted = 0;

  function endLine(): void {
    const kind = noise.at(-1)?.kind ?? null;
    for (const part of line.split('\n')) {
      const text = trimBlanks(tightenTabs(part));
      if (text !== '') found.push({ text, noise: kind });
    }
    line = '';
    endsInSpace = true;
  }

  function add(text: string): void {
    if (text === '') return;
    line += text;
    endsInSpace = /\s/.test(text.charAt(text.length - 1));
  }

  const reader = withoutHidden({
    open(tag, attributes) {
      if (blocks.has(tag)) endLine();
      if (tag === 'pre') preformatted += 1;
      if ((tag === 'td' || tag === 'th') && line !== '') add('\t');
      const around = noise.at(-1);
      // One of the same name inside ends before the one around it.
      const inherited = around?.tag === tag ? around.kind : undefined;
      const kind = noiseOf.get(tag) ?? alsoNoise(tag, attributes) ?? inherited;
      if (kind && !voidTags.has(tag)) noise.push({ tag, kind });
    },
    close(tag) {
      if (blocks.has(tag)) endLine();
      if (tag === 'pre') preformatted = Math.max(0, preformatted - 1);
      if (noise.at(-1)?.tag === tag) noise.pop();
    },
    text(text) {
      if (preformatted > 0) add(text.replace(/\r\n?/g, '\n'));
      else add(endsInSpace ? collapse(text).replace(/^ /, '') : collapse(text));
    },
  });
  return {
    ...reader,
    finish() {
      endLine();
      return found;
    },
  };
}

/** Hand on what is shown of a page: an element that is hidden or holds no text comes empty. */
function withoutHidden(reader: HtmlReader): HtmlReader {
  /** The element that hides what is read now, and how often it is open within itself. */
  let hidden: { readonly tag: string; depth: number } | null = null;
  return {
    open(tag, attributes) {
      if (hidden?.tag === tag) hidden.depth += 1;
      if (hidden) return;
      reader.open(tag, attributes);
      if (voidTags.has(tag)) return;
      if (unread.has(tag) || isHidden(tag, attributes)) hidden = { tag, depth: 1 };
    },
    close(tag) {
      if (hidden?.tag === tag) hidden.depth -= 1;
      if (hidden && hidden.depth > 0) return;
      hidden = null;
      reader.close(tag);
    },
    text(text) {
      if (!hidden) reader.text(text);
    },
  };
}

/** No-break spaces stay. */
function collapse(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ');
}

/** Elements whose end tag may be left out: hiding one would hide what follows it in a page read from its source. */
const openEnded = new Set('p li dt dd tr td th option'.split(' '));

function isHidden(tag: string, attributes: ReadonlyMap<string, string>): boolean {
  if (openEnded.has(tag)) return false;
  if (attributes.has('hidden')) return true;
  if (attributes.get('aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.get('style') ?? '');
}

/** Without spaces and tabs at either end; other white space may be meant. */
function trimBlanks(text: string): string {
  return text.slice(0, endWithout(text, /[ \t]/)).replace(/^[ \t]+/, '');
}
