import type { LossList } from '#core/exchange/coding-project.ts';

/** What reading or writing REFI-QDA can leave behind; the examples are names of the things or the words of passages. */
export type RefiLoss =
  /** A tag's colour became the one of ours that looks most like it. */
  | 'color-approximated'
  /** What stands for a tag's colour is none. */
  | 'color-unreadable'
  /** One GUID stood for several things: all but the first got another. */
  | 'guid-repeated'
  /** A tag without a name was given one from its GUID. */
  | 'tag-without-name'
  /** A passage with a tag that the file does not hold. */
  | 'tag-not-there'
  /** Members of a set that are no tags: texts, memos, what is gone. */
  | 'set-member'
  /** A set that holds no tag at all. */
  | 'set-without-tags'
  | 'picture-source'
  | 'audio-source'
  | 'video-source'
  /** A rectangle on a page without its words. */
  | 'pdf-area'
  /** A text that is no UTF-8 and has U+FFFD in it now. */
  | 'text-encoding'
  | 'text-too-large'
  | 'text-damaged'
  /** A passage from one place to the same. */
  | 'passage-empty'
  /** A passage with places that its text does not have. */
  | 'passage-outside'
  /** A passage that is called by other words than those that stand there. */
  | 'passage-quoted-otherwise'
  /** Passages that would stand elsewhere under another counting which fits as well. */
  | 'counting-unsure'
  /** A tag on a whole text. */
  | 'article-tag'
  /** A value of a text's header we have no field for. */
  | 'variable'
  | 'case'
  | 'graph'
  /** A link between two things of which none is a memo. */
  | 'link'
  /** A link to or from a memo came along without its name. */
  | 'link-name'
  /** Tags or passages inside of a memo's own text. */
  | 'memo-passage'
  /** Characters that no XML file can hold, written as U+FFFD. */
  | 'characters-replaced'
  | 'article-without-text'
  /** A passage without offsets into the text that goes along. */
  | 'passage-without-place'
  /** A tag whose parent does not go along stands at the top. */
  | 'tag-without-parent'
  /** A memo on something that does not go along stands free. */
  | 'memo-without-subject'
  | 'memo-link'
  /** A codebook has no place for the memos on its tags. */
  | 'tag-memo'
  /** A codebook of no tags is no valid one. */
  | 'codebook-empty';

/** The list that REFI-QDA's reader and writer note their losses in. */
export type RefiLosses = {
  add(code: RefiLoss, example: string): void;
  list: LossList['list'];
};
