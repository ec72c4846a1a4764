import type { CodingProject, ProjectHighlight } from '#core/exchange/coding-project.ts';
import type { ArticleId, HighlightId } from '#core/ids.ts';

/** The id of kind `kind` with this number. */
export function sampleId(kind: string, number: number): string {
  const digits = [...kind].reduce((sum, letter) => sum * 3 + letter.charCodeAt(0), 0) % 0xffff;
  return `0000${digits.toString(16).padStart(4, '0')}-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** A passage that tells nothing but what is given. */
export function newHighlight(number: number, told: Partial<ProjectHighlight> = {}): ProjectHighlight {
  return {
    id: sampleId('highlight', number) as HighlightId,
    articleId: sampleId('article', 0) as ArticleId,
    start: null,
    end: null,
    exact: null,
    prefix: '',
    suffix: '',
    tagIds: [],
    note: '',
    grade: null,
    marks: [],
    analystId: null,
    createdAt: null,
    updatedAt: null,
    ...told,
  };
}

/** A project that holds nothing but what is given. */
export function newProject(told: Partial<CodingProject> = {}): CodingProject {
  return {
    name: 'Sample',
    origin: 'Liptako',
    analysts: [],
    tags: [],
    groups: [],
    articles: [],
    highlights: [],
    memos: [],
    ...told,
  };
}
