import { type Block, collectBlocks } from '#core/import/collect-blocks.ts';
import { scanHtml } from '#core/import/scan-html.ts';

/** Exports of web sites hold their texts as markup. */
const markup = /<\/(?:p|div|span|a|strong|em|b|i|li|ul|h[1-6]|blockquote)>|<(?:p|br|div)[\s/>]/i;

/** The text that cells make, one under the other; as lines when one of them holds markup, of which nothing stays. */
export function textOfCells(cells: readonly string[]): readonly Block[] | string {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (!filled.some((cell) => markup.test(cell))) return filled.join('\n\n');
  return filled.flatMap((cell) => {
    if (!markup.test(cell)) return cell.split('\n').map((line) => ({ text: line, noise: null }));
    const collector = collectBlocks();
    scanHtml(cell, collector);
    return collector.finish();
  });
}
