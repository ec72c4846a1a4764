import { i18n } from '@lingui/core';
import { t as say } from '@lingui/core/macro';
import type { AliasLanguage, RelationKind } from '#core/actors/actor.ts';
import { analystSource } from '#core/actors/join-actors.ts';
import type { ActorOutcome } from './actor-deeds.ts';

/** In which language a name is used, in words. */
export function languageWord(language: AliasLanguage): string {
  const words: Record<AliasLanguage, string> = {
    any: say`any language`,
    en: say`English`,
    fr: say`French`,
    ar: say`Arabic`,
  };
  return words[language];
}

/** How an actor stands to the one named next: `isSubject` when it is the one that pledges, belongs, follows, splits. */
export function relationWord(kind: RelationKind, isSubject: boolean): string {
  const words: Record<RelationKind, readonly [string, string]> = {
    pledged: [say`pledged allegiance to`, say`has the pledge of`],
    'part-of': [say`belongs to`, say`includes`],
    allied: [say`is allied with`, say`is allied with`],
    follows: [say`came after`, say`became`],
    'split-from': [say`split from`, say`was left by`],
    fights: [say`fights`, say`fights`],
    talks: [say`talks with`, say`talks with`],
  };
  const [asSubject, asObject] = words[kind];
  return isSubject ? asSubject : asObject;
}

/** “March 2017 – 30 November 2024”, “since 2017”, “until March 2022”; empty: no date is known. */
export function spanWords(from: string | null, until: string | null): string {
  const [start, end] = [from, until].map((date) => (date === null ? '' : dateWords(date)));
  if (start && end) return `${start} – ${end}`;
  if (start) return say`since ${start}`;
  return end ? say`until ${end}` : '';
}

/** “2017”, “March 2017” or “2 March 2017”. */
export function dateWords(date: string): string {
  // A date without a time is read as UTC, its missing parts as the first.
  const [, month, day] = date.split('-');
  return i18n.date(new Date(date), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  });
}

/** Where a name or a relation is known from. */
export function sourceWords(source: string, sources: ReadonlyMap<string, string>): string {
  return source === analystSource || source === '' ? say`your entry` : (sources.get(source) ?? source);
}

/** Why an edit was not made; `null` when it was, or when the analyst knows already. */
export function problemWords(outcome: ActorOutcome): string | null {
  if (outcome.kind !== 'refused') return null;
  const { refusal } = outcome;
  switch (refusal.reason) {
    case 'gone':
      return say`It is not there any more: it was deleted or merged meanwhile. Close this and choose again.`;
    case 'no-name':
      return say`Type a name.`;
    case 'no-word':
      return say`The name has no letter or digit in it, and no text could be searched for it.`;
    case 'too-long':
      return say`That is too long to be kept: shorten the name or the note.`;
    case 'too-many':
      return say`This actor has as many names of yours as can be kept. Take one away first.`;
    case 'bad-date':
      return say`Type dates as 2024, 2024-09 or 2024-09-17, or leave them empty.`;
    case 'ends-first':
      return say`The end is before the beginning: exchange the dates or empty one.`;
    case 'same':
      return say`Choose two different actors.`;
    case 'has-it':
      return say`That is there already.`;
    case 'passage-too-long':
      return say`The passage is too long to be kept with a relation. Select fewer words.`;
    case 'too-many-passages':
      return say`This relation rests on as many passages as can be kept. Take one away first.`;
    case 'taken':
      return say`${refusal.by} is called so already. Choose another name, or add a name to that actor.`;
  }
}
