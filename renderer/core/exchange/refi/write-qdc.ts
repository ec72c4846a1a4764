import { strToU8 } from 'fflate';
import { type CodingProject, createLossList, type WrittenProject } from '#core/exchange/coding-project.ts';
import type { RefiLosses } from './losses.ts';
import { writeCodes, writeSets } from './write-codes.ts';
import { container, createXmlWriter, xmlFile } from './write-xml.ts';

/** Write the tags and groups of a project as a REFI-QDA codebook. Without a tag there is no valid codebook. */
export function writeQdc(project: CodingProject): WrittenProject {
  const losses: RefiLosses = createLossList();
  const writer = createXmlWriter(losses);
  const codes = writeCodes(project.tags, writer, { losses, refsOf: () => [] });
  if (codes.length === 0) losses.add('codebook-empty', project.name);
  for (const { subject, title } of project.memos) if (subject.kind === 'tag') losses.add('tag-memo', title);
  const tagIds = new Set(project.tags.map(({ id }) => id));
  const root = writer.element(
    'CodeBook',
    { xmlns: 'urn:QDA-XML:codebook:1.0', origin: project.origin === '' ? null : project.origin },
    [
      writer.element('Codes', {}, codes),
      ...container(writer, 'Sets', writeSets(project.groups, writer, { tagIds, reference: 'guid' })),
    ],
  );
  return { bytes: strToU8(xmlFile(root)), losses: losses.list() };
}
