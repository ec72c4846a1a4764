import { useMemo } from 'react';
import type { Article } from '#core/article.ts';
import { searchTags, tagPathText } from '#core/codebook/tag-tree.ts';
import { fold } from '#core/text/fold.ts';
import type { Choice, FindChoices } from '#ui/Chooser.tsx';
import type { Analysis } from './use-analysis.ts';

/** Finds tags by any part of their paths. */
export function useTagChoices({ tags, tagById }: Pick<Analysis, 'tags' | 'tagById'>): FindChoices {
  return useMemo(
    () => (query) =>
      searchTags(query, tags).map(({ id, color }) => ({ key: id, color, label: tagPathText(id, tagById) })),
    [tags, tagById],
  );
}

/** Finds articles by words of their titles. */
export function useArticleChoices(articles: readonly Article[]): FindChoices {
  return useMemo(
    () => findAmong(articles.map(({ id, title }) => ({ key: id, label: title.value })).sort(byLabel)),
    [articles],
  );
}

/** Finds sources by words of their names. */
export function useSourceChoices(articles: readonly Article[]): FindChoices {
  return useMemo(() => {
    const names = new Set(articles.flatMap(({ publisher, carrier }) => [publisher?.value, carrier?.value]));
    const choices = [...names].flatMap((name) => (name === undefined ? [] : [{ key: name, label: name }]));
    return findAmong(choices.sort(byLabel));
  }, [articles]);
}

function byLabel(a: Choice, b: Choice): number {
  return a.label.localeCompare(b.label);
}

function findAmong(choices: readonly Choice[]): FindChoices {
  const folded = choices.map((choice) => ({ choice, text: fold(choice.label) }));
  return (query) => {
    const words = fold(query.normalize('NFC')).split(/\s+/).filter(Boolean);
    return folded
      .filter(({ text }) => words.every((word) => text.includes(word)))
      .map(({ choice }) => choice);
  };
}
