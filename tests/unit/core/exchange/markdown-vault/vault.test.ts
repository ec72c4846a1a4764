import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CodingProject } from '#core/exchange/coding-project.ts';
import { writeFrontMatter } from '#core/exchange/markdown-vault/front-matter.ts';
import { createVaultNames, vaultTag } from '#core/exchange/markdown-vault/vault-names.ts';
import { vaultLine } from '#core/exchange/markdown-vault/vault-text.ts';
import { writeVault } from '#core/exchange/markdown-vault/write-vault.ts';
import { anyProject } from '#tests/unit/core/exchange/arbitrary-project.ts';
import { englishWords } from '#tests/unit/core/exchange/export-words.ts';

function filesOf(project: CodingProject, by: 'article' | 'tag'): Map<string, string> {
  const { bytes } = writeVault(project, by, englishWords);
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** The escapes of a double-quoted scalar (YAML 1.2.2, 5.7), read one by one. */
function readScalar(written: string): string {
  const named: Record<string, string> = {
    n: '\n',
    t: '\t',
    r: '\r',
    b: '\b',
    f: '\f',
    '"': '"',
    '\\': '\\',
    '/': '/',
  };
  let text = '';
  for (let at = 1; at < written.length - 1; at++) {
    const sign = written.charAt(at);
    if (sign === '"') throw new Error('the quote ends early');
    if (sign !== '\\') {
      text += sign;
      continue;
    }
    at += 1;
    const letter = written.charAt(at);
    if (letter === 'u') {
      text += String.fromCharCode(Number.parseInt(written.slice(at + 1, at + 5), 16));
      at += 4;
    } else text += named[letter] ?? '?';
  }
  return text;
}

/** A reader of the little YAML that front matter needs: keys with quoted texts, and lists of them. */
function readFrontMatter(file: string): Record<string, string | string[]> {
  const [open, ...lines] = file.split('\n');
  if (open !== '---') throw new Error('no front matter');
  const values: Record<string, string | string[]> = {};
  let list: string[] = [];
  for (const line of lines.slice(0, lines.indexOf('---'))) {
    const [, key, value = ''] = /^(\w+):(?: (".*"))?$/.exec(line) ?? [];
    const item = /^ {2}- (".*")$/.exec(line)?.[1];
    if (item !== undefined) list.push(readScalar(item));
    else if (key === undefined) throw new Error(`no YAML: ${line}`);
    else {
      list = [];
      values[key] = value === '' ? list : readScalar(value);
    }
  }
  return values;
}

describe('writeFrontMatter', () => {
  it('is read as the texts that were put in, whatever they hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom(
        '---',
        'a: b',
        '# x',
        '"',
        "'",
        '\\',
        'yes',
        '2024-09-24',
        '\u2028',
        '\u0085',
        '- x',
        '{a}',
        '&a *b',
        '\n---\n',
      ),
    );
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 3 }), (title, tags) => {
        const written = writeFrontMatter({ title, tags, none: null, empty: '', nothing: [] });

        expect(readFrontMatter(written)).toEqual({
          title: title.toWellFormed(),
          tags: tags.map((tag) => tag.toWellFormed()),
        });
      }),
    );
  });
});

describe('createVaultNames', () => {
  it('gives names that differ on every system and that a link can hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('A', 'a', 'CON', 'x#y', '[[z]]', 'é'.repeat(200))), {
          maxLength: 12,
        }),
        (wanted) => {
          const names = createVaultNames();
          const given = wanted.map((name, index) => names.name(String(index), name));

          expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(wanted.length);
          expect(given.filter((name) => /[#^[\]|/\\:*?"<>\n]/.test(name) || name === '')).toEqual([]);
          expect(wanted.map((name, index) => names.name(String(index), name))).toEqual(given);
        },
      ),
    );
  });
});

describe('vaultTag', () => {
  it.each([
    { path: ['attack', 'convoy ambush'], tag: 'attack/convoy-ambush' },
    { path: ['Événement', 'مكان'], tag: 'Événement/مكان' },
    { path: ['2024'], tag: '_2024' },
    { path: ['Claim: unverified!'], tag: 'Claim-unverified' },
    { path: ['🔥'], tag: '_-' },
  ])('writes $path as $tag', ({ path, tag }) => {
    expect(vaultTag(path)).toBe(tag);
  });
});

describe('vaultLine', () => {
  it.each([
    { text: '#attack now', line: '\\#attack now' },
    { text: 'see #attack', line: 'see \\#attack' },
    { text: 'a == b %% c', line: 'a \\=\\= b \\%\\% c' },
    { text: '[[x]] <b>', line: '\\[\\[x\\]\\] \\<b\\>' },
  ])('shows $text as it is', ({ text, line }) => {
    expect(vaultLine(text)).toBe(line);
  });
});

describe('writeVault', () => {
  it('has a file for each article with every passage of it, once', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const files = filesOf(project, 'article');
        const written = [...files].filter(([name]) => name.startsWith('articles/'));

        expect(written).toHaveLength(project.articles.length);
        for (const article of project.articles) {
          const file =
            written
              .map(([, content]) => content)
              .find((content) => readFrontMatter(content).liptako_id === article.id) ?? '';
          const marks = [...file.matchAll(/^\^q-([0-9a-f-]+)$/gm)].map(([, id]) => id);
          const own = project.highlights.filter(({ articleId }) => articleId === article.id);
          expect(readFrontMatter(file)).toMatchObject({ title: article.title, source: article.source });
          expect(marks.sort()).toEqual(own.map(({ id }) => id).sort());
        }
      }),
    );
  });

  it('has a file for each tag with every passage that carries it, and one for those without', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const files = [...filesOf(project, 'tag')];
        const untagged = project.highlights.filter(({ tagIds }) => tagIds.length === 0);

        for (const tag of project.tags) {
          const file =
            files.find(
              ([name, content]) => name.startsWith('tags/') && readFrontMatter(content).liptako_id === tag.id,
            )?.[1] ?? '';
          const own = project.highlights.filter(({ tagIds }) => tagIds.includes(tag.id));
          expect((file.match(/^\^q-/gm) ?? []).length).toBe(own.length);
        }
        expect(files.some(([name]) => name === 'untagged.md')).toBe(untagged.length > 0);
      }),
    );
  });

  it('links only to files by names that need no escape, and lists every file in the index', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const files = filesOf(project, 'article');
        const index = files.get('index.md') ?? '';
        const linked = [...index.matchAll(/\[\[([^\]|]+)\|[^\]]+\]\]/g)].map(([, path]) => `${path}.md`);

        expect(linked).toEqual(
          expect.arrayContaining([...files.keys()].filter((name) => name !== 'index.md')),
        );
      }),
    );
  });

  it('makes the same bytes of the same project', () => {
    const [project] = fc.sample(anyProject, { numRuns: 1, seed: 7 });
    if (project === undefined) throw new Error('no sample');
    const once = writeVault(project, 'article', englishWords);

    expect(writeVault(project, 'article', englishWords)).toEqual(once);
  });
});
