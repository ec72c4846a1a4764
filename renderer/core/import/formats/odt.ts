import type { Block } from '#core/import/collect-blocks.ts';
import { SourceProblem } from '#core/import/file-source.ts';
import { scanXml } from '#core/import/scan-xml.ts';
import { collectText } from './collect-text.ts';
import { documentFacts } from './document-facts.ts';
import type { Extraction } from './extraction.ts';
import { collectOdf } from './odf-lines.ts';
import type { ZippedParts } from './zipped-parts.ts';

/** A text document of LibreOffice and its kin: as it stands with all changes accepted, notes after it. */
export async function readOdt(parts: ZippedParts): Promise<Extraction> {
  const manifest = await parts.xml('META-INF/manifest.xml').catch(() => null);
  if (/<manifest:encryption-data[\s/>]/.test(manifest ?? '')) throw new SourceProblem('encrypted');
  const content = await parts.xml('content.xml');
  if (content === null) throw new SourceProblem('damaged', { part: 'content.xml' });
  const body = collectOdf('office:text');
  scanXml(content, body);
  const { lines, notes, comments } = body.finish();
  const properties = collectText({
    title: 'dc:title',
    author: 'meta:initial-creator',
    editor: 'dc:creator',
    language: 'dc:language',
  });
  properties.read((await parts.xml('meta.xml').catch(() => null)) ?? '');
  const { title, author, editor, language } = properties.found;
  const styles = (await parts.xml('styles.xml').catch(() => null)) ?? '';
  const files = parts.names.filter((name) => /^(?:Object \d+|ObjectReplacements)\/?[^/]*$/.test(name)).length;
  const blocks = [...lines, ...notes].map((text): Block => ({ text, noise: null }));
  return {
    mediaType: 'application/vnd.oasis.opendocument.text',
    content: [...marginsOf(styles, 'style:header'), ...blocks, ...marginsOf(styles, 'style:footer')],
    facts: documentFacts({
      title: title ?? null,
      author: author ?? editor ?? null,
      language: language ?? null,
    }),
    steps: [
      { name: 'extract-document', detail: `odt, ${blocks.length}` },
      ...(comments > 0 ? [{ name: 'left-comments', detail: String(comments) }] : []),
      ...(parts.names.some((name) => /^(?:Basic|Scripts)\//.test(name))
        ? [{ name: 'left-scripts', detail: '' }]
        : []),
      ...(files > 0 ? [{ name: 'left-files', detail: String(files) }] : []),
    ],
    encoding: 'odt',
    unreadable: 0,
  };
}

/** What is printed at the top or the bottom of every page: once each, as boilerplate. */
function marginsOf(styles: string, element: string): Block[] {
  const collector = collectOdf(element);
  scanXml(styles, collector);
  return Array.from(new Set(collector.finish().lines), (text) => ({ text, noise: 'markup' }));
}
