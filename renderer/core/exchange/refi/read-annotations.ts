import type { MemoId } from '#core/ids.ts';
import { childOf, childrenOf, createGuids, referenceOf } from './guids.ts';
import type { RefiLosses } from './losses.ts';
import type { XmlElement } from './parse-xml.ts';
import { type ReadSource, readAuthor, readNoteRefs, readSelection } from './read-sources.ts';
import type { Selection } from './selection.ts';

/**
 * QualCoder writes a note in the margin of a text as a note of the whole text that holds a selection counted in the
 * text, not in the note: such notes become selections with a description, and leave the notes.
 */
export function withAnnotations(
  root: XmlElement,
  sources: readonly ReadSource[],
  losses: RefiLosses,
): { readonly sources: readonly ReadSource[]; readonly taken: ReadonlySet<MemoId> } {
  const isQualCoder = /qualcoder/i.test(root.attributes.get('origin') ?? '');
  const notes = new Map<MemoId, XmlElement>();
  for (const note of childrenOf(childOf(root, 'Notes'), 'Note')) {
    const id = referenceOf<'memo'>(note, 'guid');
    if (id !== null && isAnnotation(note, isQualCoder)) notes.set(id, note);
  }
  const guids = createGuids(losses);
  const taken = new Set<MemoId>();
  const all = sources.map((source) => {
    const annotations = readNoteRefs(source.element).flatMap((id): Selection[] => {
      const note = notes.get(id);
      if (note === undefined || taken.has(id)) return [];
      taken.add(id);
      const { analystId, createdAt, updatedAt } = readAuthor(note);
      const parts = {
        articleId: source.id,
        title: source.title,
        guids,
        reading: { losses, tagNames: new Map() },
      };
      return childrenOf(note, 'PlainTextSelection').map((element) => ({
        ...readSelection(element, parts),
        description: childOf(note, 'PlainTextContent')?.text ?? '',
        analystId,
        createdAt,
        updatedAt,
      }));
    });
    return { ...source, selections: [...source.selections, ...annotations] };
  });
  return { sources: all, taken };
}

/** Whether the selections of a note can only be counted in the text that refers to it. */
function isAnnotation(note: XmlElement, isQualCoder: boolean): boolean {
  const selections = childrenOf(note, 'PlainTextSelection');
  if (selections.length === 0 || selections.some((one) => childOf(one, 'Coding') !== null)) return false;
  const length = childOf(note, 'PlainTextContent')?.exactText.length ?? 0;
  return isQualCoder || selections.some((one) => Number(one.attributes.get('endPosition')) > length);
}
