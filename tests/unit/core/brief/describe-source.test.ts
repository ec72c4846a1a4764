import { expect, it } from 'vitest';
import type { Grade } from '#core/annotations/highlight.ts';
import { describeGrade } from '#core/brief/describe-source.ts';
import { englishWords } from './english-words.ts';

it('punctuates a grade as its language does', () => {
  const grade: Grade = { reliability: 'B', credibility: 2 };

  expect(describeGrade(grade, englishWords)).toBe('B2: usually reliable; probably true');
  expect(describeGrade(grade, { ...englishWords, language: 'fr' })).toBe(
    'B2\u00a0: usually reliable\u202f; probably true',
  );
});
