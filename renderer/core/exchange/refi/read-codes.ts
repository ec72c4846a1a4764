import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { ProjectTag } from '#core/exchange/coding-project.ts';
import type { TagId } from '#core/ids.ts';
import { childOf, childrenOf, createGuids, type Guids, targetOf } from './guids.ts';
import type { RefiLosses } from './losses.ts';
import { readMarkedText } from './marked-text.ts';
import { matchColor } from './match-color.ts';
import type { XmlElement } from './parse-xml.ts';
import { tagMarks } from './write-codes.ts';

/** A tag with the element it was read from. */
export type ReadCode = { readonly tag: ProjectTag; readonly element: XmlElement };

/** Read the tree of codes under `codes`, parents before their children. */
export function readCodes(codes: XmlElement | null, losses: RefiLosses): ReadCode[] {
  const guids = createGuids(losses);
  const read: ReadCode[] = [];
  const visit = (element: XmlElement, parentId: TagId | null, path: string) => {
    const tag = readCode(element, parentId, { guids, losses, path });
    read.push({ tag, element });
    for (const child of childrenOf(element, 'Code')) visit(child, tag.id, `${path}${tag.name}/`);
  };
  for (const element of childrenOf(codes, 'Code')) visit(element, null, '');
  return read;
}

type Reading = { readonly guids: Guids; readonly losses: RefiLosses; readonly path: string };

function readCode(element: XmlElement, parentId: TagId | null, { guids, losses, path }: Reading): ProjectTag {
  const told = element.attributes.get('name') ?? '';
  const id = guids.claim<'tag'>(element, `${path}${told}`);
  const name = told.trim() === '' ? id.slice(0, 8) : told;
  if (name !== told) losses.add('tag-without-name', name);
  const { text, values } = readMarkedText(childOf(element, 'Description')?.text ?? '', tagMarks);
  const [include, exclude, example] = ['Include', 'Exclude', 'Example'].map((mark) => values.get(mark));
  const hasGuide = [include, exclude, example].some((value) => value !== undefined);
  return {
    id,
    parentId,
    name,
    description: text,
    ...(hasGuide
      ? { guide: { include: include ?? '', exclude: exclude ?? '', example: example ?? '' } }
      : {}),
    ...(values.has('Archived') ? { isArchived: true } : {}),
    color: readColor(element, name, losses),
    isFolder: /^(false|0)$/i.test(element.attributes.get('isCodable')?.trim() ?? ''),
  };
}

function readColor(element: XmlElement, name: string, losses: RefiLosses): ProjectTag['color'] {
  const told = element.attributes.get('color')?.trim() ?? '';
  if (told === '') return null;
  const match = matchColor(told);
  if (match === null) losses.add('color-unreadable', `${name}: ${told}`);
  else if (!match.isExact) losses.add('color-approximated', `${name}: ${told}`);
  return match?.color ?? null;
}

/** What reading sets takes: `tagIds` are the tags there are, `names` what anything else in the file is called. */
export type SetReading = {
  readonly tagIds: ReadonlySet<TagId>;
  readonly names: ReadonlyMap<string, string>;
  readonly losses: RefiLosses;
};

/** Read the sets that hold tags as groups; members that are no tags are noted as lost. */
export function readSets(sets: XmlElement | null, { tagIds, names, losses }: SetReading): TagGroup[] {
  const guids = createGuids(losses);
  return childrenOf(sets, 'Set').flatMap((element) => {
    const name = element.attributes.get('name') ?? '';
    const id = guids.claim<'tag group'>(element, name);
    const members = element.children.filter(({ name: kind }) => kind.startsWith('Member'));
    const targets = new Set(members.flatMap((member) => targetOf<'tag'>(member) ?? []));
    const found = [...targets].filter((target) => tagIds.has(target));
    if (members.length > 0 && found.length === 0) {
      losses.add('set-without-tags', name);
      return [];
    }
    for (const target of targets)
      if (!tagIds.has(target)) losses.add('set-member', `${name}: ${names.get(target) ?? target}`);
    return [{ id, name, description: childOf(element, 'Description')?.text ?? '', tagIds: found }];
  });
}
