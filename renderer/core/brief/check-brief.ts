import type { ComposedBrief } from './composed-brief.ts';

/** What an analyst should know before a brief leaves the house. All are counts. */
export type BriefCheck = {
  /** Paragraphs (or items of a list) with words and no citation. */
  readonly uncitedParagraphs: number;
  /** Cited passages nobody has graded. */
  readonly ungradedPassages: number;
  /** Citations of highlights that were deleted. */
  readonly missingPassages: number;
};

/** Look for what a careful reader would ask about. Nothing here keeps a brief from being exported. */
export function checkBrief(composed: ComposedBrief): BriefCheck {
  const lines = composed.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines : []));
  return {
    uncitedParagraphs: lines.filter((line) => line.runs.every((run) => run.kind === 'text')).length,
    ungradedPassages: composed.notes.filter((note) => note.ungraded).length,
    missingPassages: composed.notes.filter((note) => note.missing).length,
  };
}
