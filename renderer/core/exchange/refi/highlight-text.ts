import { type Grade, type HighlightMark, highlightMarks, ungraded } from '#core/annotations/highlight.ts';
import { idFrom } from '#core/ids.ts';
import { readMarkedText, writeMarkedText } from './marked-text.ts';

/** What a highlight says beside its tags. */
export type HighlightSaying = {
  readonly note: string;
  readonly grade: Grade | null;
  readonly marks: readonly HighlightMark[];
};

const lines = ['Grade', 'Marks'] as const;

/** The variable by whose presence a file tells that its highlights are graded: those without a grade are F6. */
export const gradeVariable = { id: idFrom('Liptako variable Grade'), name: 'Grade' } as const;

/** Write note, grade and marks as the description of a selection; `isGraded`: the file has the grade variable. */
export function writeHighlightText({ note, grade, marks }: HighlightSaying, isGraded: boolean): string {
  return writeMarkedText(note, {
    Grade:
      grade === null ? (isGraded ? 'none' : null) : isGraded && isUngraded(grade) ? null : gradeText(grade),
    Marks: marks.length === 0 ? null : marks.join(', '),
  });
}

/** Read it back; what does not read like ours is a note. */
export function readHighlightText(text: string, isGraded: boolean): HighlightSaying {
  const { text: note, values } = readMarkedText(text, lines);
  const grade = readGrade(values.get('Grade'), isGraded);
  const marks = (values.get('Marks')?.split(',') ?? []).map((mark) =>
    highlightMarks.find((one) => one === mark.trim()),
  );
  if (grade === undefined || marks.includes(undefined))
    return { note: text, grade: isGraded ? ungraded : null, marks: [] };
  return { note, grade, marks: marks.flatMap((mark) => mark ?? []) };
}

function gradeText({ reliability, credibility }: Grade): string {
  return `${reliability}${credibility}`;
}

function isUngraded(grade: Grade): boolean {
  return gradeText(grade) === gradeText(ungraded);
}

function readGrade(value: string | undefined, isGraded: boolean): Grade | null | undefined {
  if (value === undefined) return isGraded ? ungraded : null;
  if (value.trim() === 'none') return null;
  const parts = /^\s*([A-F])([1-6])\s*$/.exec(value);
  if (parts === null) return undefined;
  return {
    reliability: parts[1] as Grade['reliability'],
    credibility: Number(parts[2]) as Grade['credibility'],
  };
}
