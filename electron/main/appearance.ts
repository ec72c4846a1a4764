import { app, nativeTheme } from 'electron';
import type { Handlers } from './answer-requests.ts';
import { type Language, type Words, wordsOf } from './words.ts';

export type Appearance = {
  /** The words of menus and dialogs, in the language chosen last. */
  words(): Words;
  readonly set: Handlers['setAppearance'];
};

/** Theme and language of the native parts: the system's, until the window says what the analyst chose. */
export function createAppearance(onLanguage: (words: Words) => void): Appearance {
  let language: Language = app.getLocale().startsWith('fr') ? 'fr' : 'en';
  onLanguage(wordsOf(language));
  return {
    words: () => wordsOf(language),
    set: ({ theme, language: chosen }) => {
      nativeTheme.themeSource = theme;
      if (chosen === language) return;
      language = chosen;
      onLanguage(wordsOf(language));
    },
  };
}
