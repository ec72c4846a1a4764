import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { KeyCommandId, KeyGroup } from '#core/keys/key-commands.ts';

/** What commands and their groups are called, in the analyst's language. */
export function useCommandWords(): {
  readonly name: (id: KeyCommandId) => string;
  readonly group: (group: KeyGroup) => string;
} {
  const { i18n } = useLingui();
  const { locale } = i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language, other words.
  return useMemo(
    () => ({ name: (id) => i18n._(commandNames[id]), group: (group) => i18n._(groupNames[group]) }),
    [i18n, locale],
  );
}

const groupNames: Readonly<Record<KeyGroup, MessageDescriptor>> = {
  workspace: msg`Workspace`,
  edit: msg`Edit`,
  find: msg`Find`,
  go: msg`Go to`,
  view: msg`View`,
  mark: msg`Mark a passage`,
  highlight: msg`Highlights`,
  select: msg`Select in the text`,
  caret: msg`Move in the text (with Shift: select)`,
  codebook: msg`In the codebook`,
  library: msg`In the library`,
  brief: msg`In the brief`,
};

const commandNames: Readonly<Record<KeyCommandId, MessageDescriptor>> = {
  'import.files': msg`Import files…`,
  'import.paste': msg`Paste an article…`,
  'bundle.import': msg`Import a bundle…`,
  'project.import': msg`Import a coding project…`,
  'project.export': msg`Export the coding…`,
  'workspace.new': msg`New workspace…`,
  'workspace.open': msg`Open workspace…`,
  'activity.show': msg`Activity log`,
  'edit.undo': msg`Undo`,
  'edit.redo': msg`Redo`,
  'memo.new': msg`Write a memo on what is chosen`,
  'history.show': msg`History of all edits`,
  'search.everywhere': msg`Search everything`,
  'search.article': msg`Find in the article`,
  'search.next': msg`Next hit of the search`,
  'search.previous': msg`Previous hit of the search`,
  'view.palette': msg`Run a command`,
  'screen.library': msg`Library`,
  'screen.read': msg`Read`,
  'screen.map': msg`Map`,
  'screen.timeline': msg`Timeline`,
  'screen.analysis': msg`Analysis`,
  'screen.brief': msg`Brief`,
  'screen.codebook': msg`Codebook`,
  'screen.memos': msg`Memos`,
  'article.next': msg`Next article`,
  'article.previous': msg`Previous article`,
  'view.strip': msg`Show or hide the map strip`,
  'view.larger': msg`Larger text`,
  'view.smaller': msg`Smaller text`,
  'view.normal': msg`Normal text size`,
  'view.shortcuts': msg`Keyboard shortcuts`,
  'view.settings': msg`Settings`,
  'help.about': msg`About Liptako`,
  'mark.picker': msg`Tag the selection; without one, write the note of the chosen highlight`,
  'mark.choose': msg`Tag the selection; without one, choose the highlight at the caret`,
  'mark.highlight': msg`Highlight the selection`,
  'mark.note': msg`Highlight and write a note`,
  'mark.tags': msg`Tags of the selection or the chosen highlight`,
  'mark.again': msg`The last tag again`,
  'mark.recent': msg`Recent tags`,
  'mark.words': msg`Tag named by the selected words`,
  'highlight.next': msg`Next highlight`,
  'highlight.previous': msg`Previous highlight`,
  'highlight.under': msg`Next highlight underneath`,
  'highlight.start': msg`Hold the start of the highlight, to move it`,
  'highlight.end': msg`Hold the end of the highlight, to move it`,
  'highlight.delete': msg`Delete the chosen highlight`,
  'select.word': msg`Select the word`,
  'select.sentence': msg`Select the sentence; again: the next one too`,
  'select.paragraph': msg`Select the paragraph; again: the next one too`,
  'select.all': msg`Select the whole text`,
  'caret.left': msg`Left`,
  'caret.right': msg`Right`,
  'caret.up': msg`Line up`,
  'caret.down': msg`Line down`,
  'caret.word-left': msg`Word to the left`,
  'caret.word-right': msg`Word to the right`,
  'caret.line-start': msg`Start of the line`,
  'caret.line-end': msg`End of the line`,
  'caret.sentence-back': msg`Sentence back`,
  'caret.sentence-on': msg`Sentence on`,
  'caret.paragraph-back': msg`Paragraph back`,
  'caret.paragraph-on': msg`Paragraph on`,
  'caret.page-up': msg`Page up`,
  'caret.page-down': msg`Page down`,
  'caret.text-start': msg`Start of the text`,
  'caret.text-end': msg`End of the text`,
  'tag.edit': msg`Edit the tag`,
  'tag.up': msg`Move the tag up`,
  'tag.down': msg`Move the tag down`,
  'tag.delete': msg`Delete the tag`,
  'library.read': msg`Mark as read`,
  'library.unread': msg`Mark as unread`,
  'library.flag': msg`Flag or unflag`,
  'library.pick': msg`Pick the article`,
  'library.pick-all': msg`Pick all articles`,
  'block.up': msg`Move the block up`,
  'block.down': msg`Move the block down`,
};
