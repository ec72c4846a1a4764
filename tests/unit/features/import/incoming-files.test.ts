import { describe, expect, it } from 'vitest';
import { refuse } from '#core/import/refusal.ts';
import { filesOfDrop, fromChosen } from '#features/import/incoming-files.ts';

type Tree = { readonly [name: string]: Tree | string | null | typeof closedFolder };

const closedFolder = Symbol('a folder that cannot be listed');

/** What a drop hands over for `tree`: a string is a file, `null` one that cannot be opened. Folders are listed in pairs. */
function entriesOf(tree: Tree, folder = ''): FileSystemEntry[] {
  return Object.entries(tree).map(([name, content]) => {
    const fullPath = `${folder}/${name}`;
    if (typeof content === 'string')
      return {
        name,
        fullPath,
        isFile: true,
        isDirectory: false,
        file: (done: (file: File) => void) => done(new File([content], name)),
      };
    if (content === null) {
      const file = (_: unknown, failed: () => void) => failed();
      return { name, fullPath, isFile: true, isDirectory: false, file };
    }
    if (content === closedFolder) {
      const readEntries = (_: unknown, failed: () => void) => failed();
      return { name, fullPath, isFile: false, isDirectory: true, createReader: () => ({ readEntries }) };
    }
    const inside = entriesOf(content as Tree, fullPath);
    const readEntries = (done: (part: FileSystemEntry[]) => void) => done(inside.splice(0, 2));
    return { name, fullPath, isFile: false, isDirectory: true, createReader: () => ({ readEntries }) };
  }) as unknown as FileSystemEntry[];
}

function drop(tree: Tree): DataTransfer {
  const items = entriesOf(tree).map((entry) => ({ webkitGetAsEntry: () => entry }));
  return { items, files: [] } as unknown as DataTransfer;
}

describe('filesOfDrop', () => {
  it('reads folders to the bottom, in order of names, and counts what systems leave there', async () => {
    const { files, passedOver } = await filesOfDrop(
      drop({
        'z.txt': 'z',
        '.chosen': 'y',
        folder: {
          'c10.txt': 'c',
          'c9.txt': 'c',
          'a.txt': 'a',
          '.git': { objects: { ab: 'x' } },
          '.later.txt': 'x',
          Gao_files: { 'a.js': 'x', 'a.txt': 'a' },
          '.DS_Store': 'x',
          'Thumbs.db': 'x',
          deeper: { 'b.txt': 'b', e: {} },
          'd.txt': 'd',
        },
      }),
    );
    expect(files.map(({ path }) => path)).toEqual([
      'z.txt',
      '.chosen',
      'folder/a.txt',
      'folder/c9.txt',
      'folder/c10.txt',
      'folder/d.txt',
      'folder/deeper/b.txt',
      'folder/Gao_files/a.txt',
    ]);
    expect(await files[2]?.file?.text()).toBe('a');
    const byKind = [...passedOver].sort((a, b) => String(a.detail.what).localeCompare(String(b.detail.what)));
    expect(byKind).toEqual([
      refuse('folder', 'passed-over', { what: 'hidden', files: 1, example: '.later.txt' }),
      refuse('folder', 'passed-over', { what: 'page-part', files: 1, example: 'a.js' }),
      refuse('folder', 'passed-over', { what: 'system', files: 3, example: '.DS_Store' }),
    ]);
  });

  it('names a file that cannot be opened, and goes on', async () => {
    const { files } = await filesOfDrop(drop({ 'gone.txt': null, 'a.txt': 'a' }));
    expect(files.map(({ path, file }) => [path, file?.size])).toEqual([
      ['gone.txt', undefined],
      ['a.txt', 1],
    ]);
  });

  it('names a folder that cannot be listed, and a file without a name that can be read', async () => {
    const { files } = await filesOfDrop(
      drop({ case: { 'a.txt': 'a', closed: closedFolder, '': 'x', 'b.txt': 'b' } }),
    );
    expect(files.map(({ path, closed }) => [path, closed])).toEqual([
      ['case/', 'name'],
      ['case/a.txt', undefined],
      ['case/b.txt', undefined],
      ['case/closed/', 'folder'],
    ]);
  });

  it('takes the plain files of a drop that has no entries', async () => {
    const file = new File(['a'], 'a.txt');
    const data = { items: [{ webkitGetAsEntry: () => null }], files: [file] } as unknown as DataTransfer;
    expect(await filesOfDrop(data)).toEqual({
      files: [{ file, path: 'a.txt', title: null }],
      passedOver: [],
    });
  });
});

describe('fromChosen', () => {
  function inFolder(path: string): File {
    const file = new File(['a'], path.split('/').at(-1) ?? '');
    return Object.defineProperty(file, 'webkitRelativePath', { value: path });
  }

  it('keeps the way to files of a folder, sorts by it, and counts what systems put there', () => {
    const { files, passedOver } = fromChosen(
      ['case/may/a.txt', 'case/.git/config', 'case/may/.DS_Store', 'case/b.txt'].map(inFolder),
    );
    expect(files.map(({ path }) => path)).toEqual(['case/b.txt', 'case/may/a.txt']);
    expect(passedOver).toMatchObject([{ name: 'case', detail: { what: 'system', files: 2 } }]);
  });

  it('takes a hidden file that was chosen by itself', () => {
    expect(fromChosen([new File(['a'], '.notes')]).files.map(({ path }) => path)).toEqual(['.notes']);
  });
});
