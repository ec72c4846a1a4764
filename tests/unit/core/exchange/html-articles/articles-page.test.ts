import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { CodingProject } from '#core/exchange/coding-project.ts';
import { findAgain } from '#core/exchange/html-articles/find-again.ts';
import { writeArticlesPage } from '#core/exchange/html-articles/write-articles-page.ts';
import { anyProject } from '#tests/unit/core/exchange/arbitrary-project.ts';
import { englishWords } from '#tests/unit/core/exchange/export-words.ts';

const now = '2026-11-21T10:00:00.000Z';

function open(project: CodingProject) {
  const html = strFromU8(writeArticlesPage(project, englishWords, now).bytes);
  return { html, document: parseHTML(html).document };
}

describe('writeArticlesPage', () => {
  it('holds each text exactly, and each passage’s words under its mark', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const { document } = open(project);

        for (const { id, text } of project.articles)
          expect(document.querySelector(`.text[data-article="${id}"]`)?.textContent).toBe(text);
        for (const { id, exact } of project.highlights) {
          const entry = [...document.querySelectorAll('.said > li')].find(
            (item) => item.querySelector('blockquote')?.textContent === exact && item.id !== '',
          );
          expect(entry, id).toBeDefined();
        }
        const quotes = [...document.querySelectorAll('.said > li')].map((item) => {
          const number = item.id.replace('q-', '');
          const pieces = [...document.querySelectorAll('mark')].filter((mark) =>
            (mark.getAttribute('data-passages') ?? '').split(' ').includes(number),
          );
          return [
            pieces.map(({ textContent }) => textContent).join(''),
            item.querySelector('blockquote')?.textContent,
          ];
        });
        for (const [marked, quoted] of quotes) expect(marked).toBe(quoted);
      }),
    );
  });

  it('has every id once, and every link within it leads to one', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const { document } = open(project);
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        const targets = [...document.querySelectorAll('a[href]')].map(
          (link) => link.getAttribute('href') ?? '',
        );

        expect(new Set(ids).size).toBe(ids.length);
        for (const target of targets) {
          expect(target.startsWith('#')).toBe(true);
          if (!target.startsWith('#:~:')) expect(ids).toContain(target.slice(1));
        }
      }),
    );
  });

  it('runs nothing, loads nothing, and takes no words for markup', () => {
    const elements = new Set<string>();
    fc.assert(
      fc.property(anyProject, (project) => {
        const { html, document } = open(project);
        for (const element of document.querySelectorAll('*')) elements.add(element.localName);

        expect(html.replace(/<p dir[\s\S]*?<\/p>/g, '')).not.toMatch(/<script|\ssrc=|@import|url\(/i);
        expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(
          /^default-src 'none';/,
        );
      }),
    );
    const own =
      'html head meta title style body header h1 h2 h3 dl dt dd bdi nav ol ul li a p span mark main article div section strong blockquote'.split(
        ' ',
      );

    expect([...elements].filter((name) => !own.includes(name))).toEqual([]);
  });

  it('draws a line for every passage where they lie on one another', () => {
    const [project] = fc.sample(
      anyProject.filter(
        ({ highlights }) => highlights.filter(({ start, end }) => (end ?? 0) - (start ?? 0) > 30).length > 3,
      ),
      { numRuns: 1, seed: 3 },
    );
    if (project === undefined) throw new Error('no sample');
    const { document } = open(project);

    for (const mark of document.querySelectorAll('mark')) {
      const count = (mark.getAttribute('data-passages') ?? '').split(' ').length;
      expect((mark.getAttribute('style') ?? '').split('inset').length - 1).toBe(Math.min(count, 4));
    }
  });

  it('shows notes, grades and marks, and lists what stands in no text', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const highlights = project.highlights.map((highlight) => ({ ...highlight, start: null, end: null }));
        const { document } = open({ ...project, highlights });
        const items = [...document.querySelectorAll('.said > li')];

        expect(document.querySelectorAll('mark')).toHaveLength(0);
        expect(items).toHaveLength(highlights.length);
        const notes = items.flatMap((item) => item.querySelector('.note')?.textContent ?? []);
        expect(notes.sort()).toEqual(highlights.flatMap(({ note }) => (note === '' ? [] : [note])).sort());
        for (const item of items) expect(item.textContent).toContain('not in this text');
      }),
    );
  });
});

describe('findAgain', () => {
  it.each([
    { exact: 'tuées, selon', address: `#:~:text=${encodeURIComponent('tuées, selon')}` },
    { exact: 'a-b', address: '#:~:text=a%2Db' },
    {
      exact: 'one two three four five six seven\neight nine ten eleven twelve',
      address: '#:~:text=one%20two%20three%20four%20five%20six,seven%20eight%20nine%20ten%20eleven%20twelve',
    },
    { exact: '\ud83d', address: '#:~:text=%EF%BF%BD' },
  ])('asks the browser for $exact', ({ exact, address }) => {
    expect(findAgain({ exact })).toBe(address);
  });
});
