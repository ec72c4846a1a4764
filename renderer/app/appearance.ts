import { i18n } from '@lingui/core';
import { messages as english } from '#locales/en.po';
import { messages as french } from '#locales/fr.po';
import { desktop } from '#state/desktop.ts';
import { type Preferences, preferences } from '#state/preferences.ts';

/** Show the screen as the preferences say, now and whenever they change. */
export function followPreferences(): void {
  i18n.load({ en: english, fr: french });
  apply(preferences.getState());
  preferences.subscribe(apply);
}

function apply({ theme, language, textSize }: Preferences): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.style.setProperty('--text-scale', String(textSize / 100));
  root.lang = language;
  // English dates as the rest of the world writes them: day before month.
  if (i18n.locale !== language) i18n.activate(language, language === 'en' ? ['en-GB', 'en'] : [language]);
  void desktop().setAppearance({ theme, language });
}
