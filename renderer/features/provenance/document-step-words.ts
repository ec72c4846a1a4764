import { plural, t as say } from '@lingui/core/macro';
import type { Step } from '#core/article.ts';

/** Words a step on the way from an office document or a PDF to its text; `null` for any other. */
export function documentStepWords({ name, detail }: Step): string | null {
  const count = Number(detail);
  const [first = '', second = ''] = detail.split(', ');
  switch (name) {
    case 'extract-pdf':
      return plural(Number(first), {
        one: 'Text of # page taken, its lines joined to paragraphs',
        other: 'Text of # pages taken, their lines joined to paragraphs',
      });
    case 'join-hyphens':
      return plural(count, {
        one: '# word parted at the end of a line joined',
        other: '# words parted at the ends of lines joined',
      });
    case 'extract-document':
      return plural(Number(second), {
        one: '# paragraph taken from the document',
        other: '# paragraphs taken from the document',
      });
    case 'left-files':
      return leftFiles(Number(first), detail.slice(first.length + 2));
    case 'recover-pdf':
      return say`The file’s list of its objects is lost: they were searched for`;
    case 'left-scripts':
      return say`It holds scripts; they were not run`;
    case 'left-comments':
      return plural(count, { one: '# comment left out', other: '# comments left out' });
    case 'left-deletions':
      return plural(count, {
        one: '# deleted passage that the document still keeps left out',
        other: '# deleted passages that the document still keeps left out',
      });
    default:
      return null;
  }
}

function leftFiles(count: number, names: string): string {
  const files = plural(count, {
    one: '# file inside it was left where it is',
    other: '# files inside it were left where they are',
  });
  return names === '' ? files : `${files}: ${names}`;
}
