import { type CodebookRefusal, maxTagDescriptionLength, maxTagGuideLength } from './edit-codebook.ts';
import type { Tag, TagGuide } from './tag.ts';

const guideParts = ['include', 'exclude', 'example'] as const;

/** A tag with the description and guide of another one added to its own; what it says already is not said twice. */
export function joinTagWords(kept: Tag, added: Tag): Tag {
  const description = joinWords(kept.description, added.description);
  const guide = joinGuides(kept.guide, added.guide);
  return { ...kept, description, ...(guide === undefined ? {} : { guide }) };
}

/** Why what a tag says has grown too long; `null` when it fits, or has not grown. */
export function judgeTagWords(before: Tag, after: Tag): CodebookRefusal | null {
  const grew = (old: string, now: string, limit: number) => now.length > limit && now.length > old.length;
  if (grew(before.description, after.description, maxTagDescriptionLength))
    return { reason: 'description-too-long', limit: maxTagDescriptionLength };
  const isLong = guideParts.some((part) =>
    grew(before.guide?.[part] ?? '', after.guide?.[part] ?? '', maxTagGuideLength),
  );
  return isLong ? { reason: 'guide-too-long', limit: maxTagGuideLength } : null;
}

function joinGuides(kept: TagGuide | undefined, added: TagGuide | undefined): TagGuide | undefined {
  if (kept === undefined || added === undefined) return kept ?? added;
  const [include = '', exclude = '', example = ''] = guideParts.map((part) =>
    joinWords(kept[part], added[part]),
  );
  return { include, exclude, example };
}

function joinWords(kept: string, added: string): string {
  if (added === '' || kept.includes(added)) return kept;
  return kept === '' ? added : `${kept}\n\n${added}`;
}
