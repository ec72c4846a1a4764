import { plural } from '@lingui/core/macro';

/** What the files of other programs hold and we don't, or the other way round, by the code of the loss. */
export const fileLossSentences: Readonly<Record<string, (count: number) => string>> = {
  'place-left-out': (count) =>
    plural(count, {
      one: '# place of a passage: only a bundle holds it',
      other: '# places of passages: only a bundle holds them',
    }),
  'brief-left-out': (count) =>
    plural(count, { one: '# brief: only a bundle holds it', other: '# briefs: only a bundle holds them' }),
  'color-approximated': (count) =>
    plural(count, {
      one: '# colour of a tag became the nearest of ours',
      other: '# colours of tags became the nearest of ours',
    }),
  'color-unreadable': (count) =>
    plural(count, { one: '# colour of a tag can’t be read', other: '# colours of tags can’t be read' }),
  'color-unknown': (count) =>
    plural(count, { one: '# colour of a tag is none of ours', other: '# colours of tags are none of ours' }),
  'guid-repeated': (count) =>
    plural(count, {
      one: '# thing has the number of another and got its own',
      other: '# things have the numbers of others and got their own',
    }),
  'tag-without-name': (count) =>
    plural(count, {
      one: '# tag has no name and got one from its number',
      other: '# tags have no names and got ones from their numbers',
    }),
  'set-member': (count) =>
    plural(count, { one: '# member of a group is no tag', other: '# members of groups are no tags' }),
  'set-without-tags': (count) =>
    plural(count, { one: '# group has no tag in it', other: '# groups have no tags in them' }),
  'picture-source': (count) => plural(count, { one: '# picture', other: '# pictures' }),
  'audio-source': (count) => plural(count, { one: '# sound recording', other: '# sound recordings' }),
  'video-source': (count) => plural(count, { one: '# film', other: '# films' }),
  'pdf-area': (count) =>
    plural(count, {
      one: '# area of a PDF page without its words',
      other: '# areas of PDF pages without their words',
    }),
  'text-encoding': (count) =>
    plural(count, {
      one: '# text has characters that can’t be read and stand as �',
      other: '# texts have characters that can’t be read and stand as �',
    }),
  'text-too-large': (count) => plural(count, { one: '# text is too large', other: '# texts are too large' }),
  'text-damaged': (count) => plural(count, { one: '# text is damaged', other: '# texts are damaged' }),
  'passage-outside': (count) =>
    plural(count, {
      one: '# passage lies beyond the end of its text',
      other: '# passages lie beyond the end of their texts',
    }),
  'passage-quoted-otherwise': (count) =>
    plural(count, {
      one: '# passage is named by other words than stand at its place: look at it',
      other: '# passages are named by other words than stand at their places: look at them',
    }),
  'counting-unsure': (count) =>
    plural(count, {
      one: '# passage would stand elsewhere if its offsets were counted another way, which fits as well: look at it',
      other:
        '# passages would stand elsewhere if their offsets were counted another way, which fits as well: look at them',
    }),
  'offsets-unsure': (count) =>
    plural(count, {
      one: '# passage may be counted another way: look at it',
      other: '# passages may be counted another way: look at them',
    }),
  'article-tag': (count) => plural(count, { one: '# tag on a whole text', other: '# tags on whole texts' }),
  variable: (count) =>
    plural(count, {
      one: '# property of a text that has no field here',
      other: '# properties of texts that have no field here',
    }),
  case: (count) => plural(count, { one: '# case', other: '# cases' }),
  graph: (count) => plural(count, { one: '# graph', other: '# graphs' }),
  link: (count) =>
    plural(count, {
      one: '# link between things of which none is a memo',
      other: '# links between things of which none is a memo',
    }),
  'link-name': (count) => plural(count, { one: '# name of a link', other: '# names of links' }),
  'memo-passage': (count) =>
    plural(count, { one: '# passage or tag inside of a memo', other: '# passages or tags inside of memos' }),
  'characters-replaced': (count) =>
    plural(count, {
      one: '# text with characters that the format can’t hold, written as �',
      other: '# texts with characters that the format can’t hold, written as �',
    }),
  'article-without-text': (count) =>
    plural(count, {
      one: '# article whose text can’t be read, and its passages',
      other: '# articles whose texts can’t be read, and their passages',
    }),
  'passage-without-place': (count) =>
    plural(count, {
      one: '# passage that waits for review and has no sure place',
      other: '# passages that wait for review and have no sure place',
    }),
  'tag-without-parent': (count) =>
    plural(count, {
      one: '# tag whose parent does not go along',
      other: '# tags whose parents do not go along',
    }),
  'tag-memo': (count) =>
    plural(count, {
      one: '# memo on a tag: a codebook has no place for it',
      other: '# memos on tags: a codebook has no place for them',
    }),
  'codebook-empty': (count) =>
    plural(count, {
      one: 'There is no tag: other programs will not take an empty codebook',
      other: 'There is no tag: other programs will not take an empty codebook',
    }),
  'page-elsewhere': (count) =>
    plural(count, {
      one: '# page of annotations that lies elsewhere; it is never fetched',
      other: '# pages of annotations that lie elsewhere; they are never fetched',
    }),
  selector: (count) =>
    plural(count, {
      one: '# way of pointing that is not known here',
      other: '# ways of pointing that are not known here',
    }),
  'tags-without-passage': (count) =>
    plural(count, {
      one: '# remark on a whole page with tags, which have no passage to be on',
      other: '# remarks on whole pages with tags, which have no passage to be on',
    }),
  'nothing-said': (count) =>
    plural(count, { one: '# annotation that says nothing', other: '# annotations that say nothing' }),
  'text-not-in-file': (count) =>
    plural(count, {
      one: '# text: the format points to it and does not hold it',
      other: '# texts: the format points to them and does not hold them',
    }),
  property: (count) =>
    plural(count, {
      one: '# property of an annotation that has no place here',
      other: '# properties of annotations that have no place here',
    }),
  'no-target': (count) =>
    plural(count, { one: '# annotation that points nowhere', other: '# annotations that point nowhere' }),
  'same-id-twice': (count) =>
    plural(count, {
      one: '# passage with the number of another',
      other: '# passages with the numbers of others',
    }),
  'memo-left-out': (count) =>
    plural(count, {
      one: '# memo: the format has no place for it',
      other: '# memos: the format has no place for them',
    }),
  'group-left-out': (count) =>
    plural(count, {
      one: '# group of tags: the format has no place for it',
      other: '# groups of tags: the format has no place for them',
    }),
  'tag-description-left-out': (count) =>
    plural(count, {
      one: '# description of a tag: the format has no place for it',
      other: '# descriptions of tags: the format has no place for them',
    }),
  'same-tag-twice': (count) =>
    plural(count, {
      one: '# row with a tag that was there before',
      other: '# rows with tags that were there before',
    }),
  'grade-unreadable': (count) =>
    plural(count, { one: '# grade that can’t be read', other: '# grades that can’t be read' }),
  'mark-unknown': (count) =>
    plural(count, { one: '# mark that is not known here', other: '# marks that are not known here' }),
  'cell-cut': (count) =>
    plural(count, {
      one: '# passage with a text that is longer than a cell and was cut',
      other: '# passages with texts that are longer than a cell and were cut',
    }),
  'untagged-left-out': (count) =>
    plural(count, {
      one: '# passage without a tag: the format has no place for it',
      other: '# passages without a tag: the format has no place for them',
    }),
  'note-left-out': (count) =>
    plural(count, {
      one: '# note: the format has no place for it',
      other: '# notes: the format has no place for them',
    }),
  'grade-left-out': (count) =>
    plural(count, {
      one: '# grade or mark: the format has no place for it',
      other: '# grades or marks: the format has no place for them',
    }),
  'path-too-long': (count) =>
    plural(count, {
      one: '# path of a tag is longer than the other program takes',
      other: '# paths of tags are longer than the other program takes',
    }),
  'other-project': (count) =>
    plural(count, {
      one: '# other project in the same file: only the first is read',
      other: '# other projects in the same file: only the first is read',
    }),
};
