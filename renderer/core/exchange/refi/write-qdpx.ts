import { strToU8, zipSync } from 'fflate';
import { type CodingProject, createLossList, type WrittenProject } from '#core/exchange/coding-project.ts';
import { writeVariables } from './header-variables.ts';
import { gradeVariable } from './highlight-text.ts';
import type { RefiLosses } from './losses.ts';
import { writeCodes, writeSets } from './write-codes.ts';
import { writeMarginNotes, writeMemos, writeUsers } from './write-notes.ts';
import { type Carried, carry, sourceFile, writeSource } from './write-sources.ts';
import { container, createXmlWriter, type WrittenElement, type XmlWriter, xmlFile } from './write-xml.ts';
import { writtenMoment } from './written-moment.ts';

/**
 * Write a project as a REFI-QDA project: a zip file of `project.qde` and `sources/<GUID>.txt`. The same project makes
 * the same bytes. Nothing tells where on which machine it was made.
 */
export function writeQdpx(project: CodingProject): WrittenProject {
  const losses: RefiLosses = createLossList();
  const carried = carry(withKnownTags(project, losses), losses);
  const files: Record<string, Uint8Array> = {
    'project.qde': strToU8(xmlFile(writeProject(project, carried, losses))),
  };
  for (const { article, text } of carried) files[`sources/${sourceFile(article.id)}`] = strToU8(text);
  // Zip knows no dates before 1980; a fixed one makes the same content the same bytes.
  return { bytes: zipSync(files, { level: 6, mtime: new Date(1980, 0, 1, 12) }), losses: losses.list() };
}

function withKnownTags(project: CodingProject, losses: RefiLosses): CodingProject {
  const known = new Set(project.tags.map(({ id }) => id));
  const highlights = project.highlights.map((highlight) => {
    const tagIds = highlight.tagIds.filter((id) => known.has(id));
    if (tagIds.length < highlight.tagIds.length) losses.add('tag-not-there', highlight.exact ?? highlight.id);
    return { ...highlight, tagIds };
  });
  return { ...project, highlights };
}

function writeProject(
  project: CodingProject,
  carried: readonly Carried[],
  losses: RefiLosses,
): WrittenElement {
  const writer = createXmlWriter(losses);
  const isGraded = !project.untold?.includes('marks');
  const highlights = carried.flatMap(({ highlights: list }) => list);
  const tagIds = new Set(project.tags.map(({ id }) => id));
  const there = new Set<string>([
    ...tagIds,
    ...carried.map(({ article }) => article.id),
    ...[...highlights, ...project.memos].map(({ id }) => id),
  ]);
  const memos = writeMemos(project.memos, writer, { there, losses });
  const { refsOf } = memos;
  const codes = writeCodes(project.tags, writer, { losses, refsOf });
  const part = (name: string, children: readonly WrittenElement[]) => container(writer, name, children);
  // In the order of the schema.
  return writer.element('Project', projectAttributes(project), [
    ...part('Users', writeUsers(project, writer)),
    ...part('CodeBook', part('Codes', codes)),
    ...part('Variables', [
      ...writeVariables(
        carried.map(({ article }) => article),
        writer,
      ),
      ...(isGraded ? [writeGradeVariable(writer)] : []),
    ]),
    ...part(
      'Sources',
      carried.map((one) => writeSource(one, { writer, isGraded, memos })),
    ),
    ...part('Notes', [...memos.notes, ...writeMarginNotes(highlights, writer)]),
    ...part('Links', memos.links),
    ...part('Sets', writeSets(project.groups, writer, { tagIds, reference: 'targetGUID' })),
    ...refsOf('workspace'),
  ]);
}

function projectAttributes({ name, origin, highlights, memos }: CodingProject) {
  const moments = [...highlights, ...memos].map(({ updatedAt }) => writtenMoment(updatedAt) ?? '');
  const newest = moments.sort().at(-1) ?? '';
  return {
    xmlns: 'urn:QDA-XML:project:1.0',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation':
      'urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd',
    name,
    origin: origin === '' ? null : origin,
    modifiedDateTime: newest === '' ? null : newest,
  };
}

function writeGradeVariable(writer: XmlWriter): WrittenElement {
  const { id, name } = gradeVariable;
  return writer.element('Variable', { guid: id, name, typeOfVariable: 'Text' }, [
    writer.leaf(
      'Description',
      'How far a passage is believed stands at the end of its description, as [Grade]: reliability of the source A–F, credibility of what it says 1–6 (NATO STANAG 2511). A passage without a grade is F6, not judged.',
    ),
  ]);
}
