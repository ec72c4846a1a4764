import { serialize } from 'node:v8';
import { expect, it } from 'vitest';
import {
  type Damage,
  type LanguageSpan,
  maxDamage,
  maxLanguageSpans,
  maxLikelyLength,
  maxNoiseSpans,
  type NoiseSpan,
} from '#core/article.ts';

/** A place near the end of the longest text that is imported. */
const span = (at: number) => ({ start: 25_000_000 + 2 * at, end: 25_000_001 + 2 * at });

it('leaves room in one stored value of 64 KiB when all that is marked in a text is at its most', () => {
  const noise = Array.from({ length: maxNoiseSpans }, (_, at): NoiseSpan => {
    return { ...span(at), kind: 'hashtags', basis: 'analyst' };
  });
  const languages = Array.from({ length: maxLanguageSpans }, (_, at): LanguageSpan => {
    return { ...span(at), language: 'und' };
  });
  const damage = Array.from({ length: maxDamage }, (_, at): Damage => {
    const likely = 'ﻻ'.repeat(maxLikelyLength);
    return { ...span(at), kind: 'punctuation', reason: 'question-mark-in-word', likely, dismissed: true };
  });
  // As IndexedDB writes it: the structured clone of V8. The rest of an article takes a few kilobytes.
  expect(serialize({ noise, languages, damage }).length).toBeLessThan(56 * 1024);
});
