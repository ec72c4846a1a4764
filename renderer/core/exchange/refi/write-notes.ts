import type { CodingProject, ProjectHighlight } from '#core/exchange/coding-project.ts';
import { type HighlightId, idFrom } from '#core/ids.ts';
import type { Memo, MemoTarget } from '#core/memos/memo.ts';
import type { RefiLosses } from './losses.ts';
import { quoteName } from './quote-name.ts';
import type { WrittenElement, XmlWriter } from './write-xml.ts';
import { writtenMoment } from './written-moment.ts';

/** The name of our links from a memo to what it leads to; any other link is another program's. */
export const memoLinkName = 'memo leads to';

/** The memos of a project, sorted by what refers to them. */
export type WrittenMemos = {
  readonly notes: readonly WrittenElement[];
  readonly links: readonly WrittenElement[];
  /** References to the memos on one thing; `workspace` for those on the whole. */
  refsOf(subject: string): readonly WrittenElement[];
};

/** The id of the note that repeats what is noted on a highlight, for programs that read only notes. */
export function marginNoteId(id: HighlightId): string {
  return idFrom(`margin note ${id}`);
}

/** Write memos as notes and what they lead to as links; `there` holds the ids of all that goes along. */
export function writeMemos(
  memos: readonly Memo[],
  writer: XmlWriter,
  { there, losses }: { there: ReadonlySet<string>; losses: RefiLosses },
): WrittenMemos {
  const refs = new Map<string, WrittenElement[]>();
  for (const { id, subject, title } of memos) {
    const key = 'id' in subject ? subject.id : subject.kind;
    if (subject.kind === 'free') continue;
    if ('id' in subject && !there.has(subject.id)) losses.add('memo-without-subject', title);
    else refs.set(key, [...(refs.get(key) ?? []), writer.element('NoteRef', { targetGUID: id })]);
  }
  const refsOf = (subject: string) => refs.get(subject) ?? [];
  return {
    refsOf,
    notes: memos.map((memo) =>
      writer.element('Note', { guid: memo.id, name: memo.title, ...authorOf(memo) }, [
        writer.leaf('PlainTextContent', memo.text),
        ...refsOf(memo.id),
      ]),
    ),
    links: memos.flatMap((memo) => {
      if (memo.links.some(({ id }) => !there.has(id))) losses.add('memo-link', memo.title);
      return memo.links.filter(({ id }) => there.has(id)).map((target) => writeLink(memo, target, writer));
    }),
  };
}

function writeLink({ id }: Memo, target: MemoTarget, writer: XmlWriter): WrittenElement {
  return writer.element('Link', {
    guid: idFrom(`link ${id} ${target.id}`),
    name: memoLinkName,
    direction: 'OneWay',
    originGUID: id,
    targetGUID: target.id,
  });
}

/** The notes that repeat what is noted on highlights. */
export function writeMarginNotes(
  highlights: readonly ProjectHighlight[],
  writer: XmlWriter,
): WrittenElement[] {
  return highlights
    .filter(({ note }) => note !== '')
    .map((highlight) =>
      writer.element(
        'Note',
        { guid: marginNoteId(highlight.id), name: quoteName(highlight.note), ...authorOf(highlight) },
        [writer.leaf('PlainTextContent', highlight.note)],
      ),
    );
}

/** Who made something and when, as attributes. */
export function authorOf({
  analystId,
  createdAt,
  updatedAt,
}: Partial<Pick<ProjectHighlight, 'analystId' | 'createdAt' | 'updatedAt'>>): Readonly<
  Record<string, string | null>
> {
  return {
    creatingUser: analystId ?? null,
    creationDateTime: writtenMoment(createdAt),
    modifiedDateTime: writtenMoment(updatedAt),
  };
}

/** Everybody who made something, listed or not. */
export function writeUsers(project: CodingProject, writer: XmlWriter): WrittenElement[] {
  const users = new Map<string, string>(project.analysts.map(({ id, name }) => [id, name]));
  for (const { analystId } of [...project.highlights, ...project.memos])
    if (analystId && !users.has(analystId)) users.set(analystId, '');
  return [...users].map(([guid, name]) => writer.element('User', { guid, name }));
}
