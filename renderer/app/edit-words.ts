import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { EditLabel } from '#core/history/edit.ts';
import { actorSentences } from './actor-edit-words.ts';
import { articleSentences } from './article-edit-words.ts';
import { codebookSentences } from './codebook-edit-words.ts';
import { eventSentences } from './event-edit-words.ts';
import { findingSentences } from './finding-edit-words.ts';
import { layerSentences } from './layer-edit-words.ts';
import { searchSentences } from './search-edit-words.ts';
import { trackSentences } from './track-edit-words.ts';

/** A detail that an older version did not note reads as nothing. */
type Detail = Readonly<Record<string, string | number>> & Readonly<Record<DetailKey, string | number>>;
type DetailKey =
  | 'tag'
  | 'to'
  | 'parent'
  | 'into'
  | 'quote'
  | 'grade'
  | 'place'
  | 'title'
  | 'name'
  | 'group'
  | 'count'
  | 'highlights';
type Sentence = (detail: Detail) => string;

/** A sentence for every edit there is, by its action. */
const sentences: Readonly<Record<string, Sentence>> = {
  ...articleSentences,
  ...searchSentences,
  ...eventSentences,
  ...actorSentences,
  ...findingSentences,
  ...trackSentences,
  ...layerSentences,
  'highlight.reanchor': ({ quote }) => t`Gave “${quote}” its new place in the text`,
  'highlight.reanchor-all': (detail) =>
    plural(count(detail.count), {
      one: 'Gave # passage its likely place in the text',
      other: 'Gave # passages their likely places in the text',
    }),
  'mention.reanchor': ({ quote }) => t`Gave the place name “${quote}” its new place in the text`,
  'analyst.rename': ({ name }) =>
    name === '' ? t`Took off the name of the analyst here` : t`Named the analyst here “${name}”`,
  'highlight.add': ({ tag, quote }) =>
    tag === '' ? t`Highlighted “${quote}”` : t`Highlighted “${quote}” as ${tag}`,
  'highlight.tag': ({ tag, quote, count: many }) => {
    const passages = passagesIn(quote, many);
    return t`Tagged ${passages} with ${tag}`;
  },
  'highlight.recode': ({ tag, to, quote, count: many }) => {
    const passages = passagesIn(quote, many);
    return t`Recoded ${passages} from ${tag} to ${to}`;
  },
  'highlight.untag': ({ tag, quote }) => t`Took the tag ${tag} from “${quote}”`,
  'highlight.note': ({ quote }) => t`Wrote a note on “${quote}”`,
  'highlight.grade': ({ grade, quote, count: many }) => {
    const passages = passagesIn(quote, many);
    return t`Graded ${passages} ${grade}`;
  },
  'highlight.mark': ({ mark, quote, count: many }) => {
    const passages = passagesIn(quote, many);
    return mark === 'important'
      ? t`Marked ${passages} as important`
      : t`Marked ${passages} as a suspected translation error`;
  },
  'highlight.unmark': ({ mark, quote, count: many }) => {
    const passages = passagesIn(quote, many);
    return mark === 'important'
      ? t`No longer marked ${passages} as important`
      : t`No longer marked ${passages} as a suspected translation error`;
  },
  'highlight.resize': ({ quote }) => t`Moved an edge of “${quote}”`,
  'highlight.split': ({ quote }) => t`Split the highlight “${quote}”`,
  'highlight.join': ({ quote, count: joined }) =>
    plural(count(joined), {
      one: `Joined # highlight at “${quote}”`,
      other: `Joined # highlights at “${quote}”`,
    }),
  'highlight.carry': ({ quote }) => t`Highlighted “${quote}” as in another article`,
  'highlight.delete': ({ quote, count: many }) => {
    const passages = passagesIn(quote, many);
    return count(many) > 1 ? t`Deleted ${passages}` : t`Deleted the highlight ${passages}`;
  },
  'concordance.tag': ({ tag, quote, count: lines }) =>
    plural(count(lines), {
      one: `Highlighted # line of the concordance of “${quote}” as ${tag}`,
      other: `Highlighted # lines of the concordance of “${quote}” as ${tag}`,
    }),
  'tag.create': ({ tag }) => t`Made the tag ${tag}`,
  'tag.rename': ({ tag, to }) => t`Renamed the tag ${tag} to ${to}`,
  'tag.edit': ({ tag }) => t`Edited the tag ${tag}`,
  'tag.move': ({ tag, parent }) =>
    parent === '' ? t`Moved the tag ${tag}` : t`Moved the tag ${tag} under ${parent}`,
  'tag.merge': ({ tag, into, highlights }) => {
    const moved = plural(count(highlights), { one: '# highlight', other: '# highlights' });
    return t`Merged ${tag} into ${into}, ${moved}`;
  },
  'tag.delete': ({ tag, highlights }) => {
    const bared = plural(count(highlights), { one: '# highlight lost it', other: '# highlights lost it' });
    return t`Deleted the tag ${tag}; ${bared}`;
  },
  ...codebookSentences,
  'codebook.start': () => t`Began with the codebook for this conflict`,
  'mention.accept': ({ place, quote }) => t`Accepted “${quote}” as ${place}`,
  'mention.reject': ({ quote }) => t`Rejected “${quote}” as a place`,
  'mention.accept-all': ({ place, count: passages }) => {
    const accepted = plural(count(passages), { one: '# passage', other: '# passages' });
    return t`Accepted ${place}, ${accepted}`;
  },
  'mention.reject-all': ({ place, count: passages }) => {
    const rejected = plural(count(passages), { one: '# passage', other: '# passages' });
    return t`Rejected ${place}, ${rejected}`;
  },
  'mention.place': ({ place }) => t`Placed a passage at ${place}`,
  'mention.forget': ({ place }) => t`Took back what was decided on ${place}`,
  'place.create': ({ place }) => t`Made the place ${place}`,
  'place.edit': ({ place }) => t`Edited the place ${place}`,
  'place.reset': ({ place }) => t`Took back what was said of the place ${place}`,
  'place.delete': ({ place }) => t`Deleted the place ${place}`,
  'brief.create': ({ title }) => t`Began the brief “${title}”`,
  'brief.head': ({ title }) => t`Changed the head of “${title}”`,
  'brief.write': ({ title }) => t`Wrote in “${title}”`,
  'brief.add': ({ title }) => t`Added a block to “${title}”`,
  'brief.move': ({ title }) => t`Moved a block of “${title}”`,
  'brief.remove': ({ title }) => t`Removed a block from “${title}”`,
  'brief.cite': ({ quote }) => t`Cited “${quote}” in a brief`,
  'brief.duplicate': ({ title }) => t`Copied the brief “${title}”`,
  'brief.delete': ({ title }) => t`Deleted the brief “${title}”`,
  'project.import': ({ name, count: changes }) => {
    const records = plural(count(changes), { one: '# record', other: '# records' });
    return t`Imported the coding project “${name}”, ${records}`;
  },
  'geodata.import': ({ name, count: changes }) => {
    const records = plural(count(changes), { one: '# record', other: '# records' });
    return t`Imported events and places from “${name}”, ${records}`;
  },
  'memo.write': ({ title }) => t`Wrote the memo “${title}”`,
  'memo.link': ({ title }) => t`Linked the memo “${title}”`,
  'memo.unlink': ({ title }) => t`Took a link out of the memo “${title}”`,
  'memo.subject': ({ title }) => t`Put the memo “${title}” on something else`,
  'memo.delete': ({ title }) => t`Deleted the memo “${title}”`,
  'history.restore': ({ at, side, records }) => {
    const when = i18n.date(new Date(String(at)), { dateStyle: 'medium', timeStyle: 'medium' });
    const changed = plural(count(records), { one: '# record', other: '# records' });
    return side === 'before'
      ? t`Went back to before ${when}, ${changed}`
      : t`Went back to ${when}, ${changed}`;
  },
  'bundle.import': ({ name, count: changes }) => {
    const records = plural(count(changes), { one: '# record', other: '# records' });
    return t`Imported the bundle of “${name}”, ${records}`;
  },
};

/**
 * Word an edit for the history: "Merged convoy into attack, 42 highlights". An action of another version, which has no
 * sentence here, is shown as its code.
 */
export function editWords({ action, detail: noted }: EditLabel): string {
  const detail = noted.title === '' ? { ...noted, title: untitled(action) } : noted;
  return sentences[action]?.(detail as Detail) ?? [action, ...Object.values(detail)].join(' ');
}

function untitled(action: string): string {
  return action.startsWith('memo.') ? t`Untitled memo` : t`Untitled brief`;
}

/** The actions that have a sentence. */
export const wordedActions = Object.keys(sentences);

function count(value: Detail[string] | undefined): number {
  return Number(value ?? 0);
}

/** The passage an edit was on by its words, or how many there were. */
function passagesIn(quote: Detail[string], many: Detail[string] | undefined): string {
  return count(many) > 1 ? plural(count(many), { one: '# highlight', other: '# highlights' }) : t`“${quote}”`;
}
