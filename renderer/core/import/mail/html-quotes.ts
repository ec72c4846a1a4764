import type { Block, NoiseOfElement } from '#core/import/collect-blocks.ts';
import { countWords } from '#core/text/words.ts';
import { fewestOwn, isForwarded } from './mail-noise.ts';

/** Classes by which mail programs mark whose words follow. */
const attributions = ['gmail_attr', 'moz-cite-prefix'];

/** What an element of a mail that is a page quotes of the mail it answers, by the marks of the usual programs. */
export const quotedIn: NoiseOfElement = (tag, attributes) => {
  const classes = (attributes.get('class') ?? '').split(/\s+/);
  if (attributions.some((name) => classes.includes(name))) return 'quoted';
  // The element around all of it may hold answers between the quotations.
  const isCited = attributes.get('type')?.toLowerCase() === 'cite' || classes.includes('gmail_quote');
  return tag === 'blockquote' && isCited ? 'quoted' : null;
};

/** What programs write above a mail that is handed on. */
const handedOn =
  /^(?:-{2,}\s*)?(?:Forwarded message|Begin forwarded message|Message transféré|Début du message (?:réexpédié|transféré))\b/iu;

/**
 * The lines of a mail, what it quotes marked; not so in a mail that was forwarded to be read, or that holds hardly
 * anything else.
 */
export function withoutForwarded(blocks: readonly Block[], subject: string): Block[] {
  const own = blocks.reduce((sum, { text, noise }) => sum + (noise === 'quoted' ? 0 : countWords(text)), 0);
  const isToBeRead =
    own < fewestOwn || isForwarded(subject) || blocks.some(({ text }) => handedOn.test(text.trim()));
  if (!isToBeRead) return [...blocks];
  return blocks.map((block) => (block.noise === 'quoted' ? { ...block, noise: null } : block));
}
