import { describe, expect, it } from 'vitest';
import { filesOfDrop, fromChosen } from '#features/import/incoming-files.ts';

type Tree = { readonly [name: string]: Tree | string | null };

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
    const inside = entriesOf(content, fullPath);
    const readEntries = (done: (part: FileSystemEntry[]) => void) => done(inside.splice(0, 2));
    return { name, fullPath, isFile: false, isDirectory: true, createReader: () => ({ readEntries }) };
  }) as unknown as FileSystemEntry[];
}

function drop(tree: Tree): DataTransfer {
  const items = entriesOf(tree).map((entry) => ({ webkitGetAsEntry: () => entry }));
  return { items, files: [] } as unknown as DataTransfer;
}

describe('filesOfDrop', () => {
  it('reads folders to the bottom, in order of names, without what systems leave there', async () => {
    const files = await filesOfDrop(
      drop({
        'z.txt': 'z',
        folder: {
          'c.txt': 'c',
          'a.txt': 'a',
          '.DS_Store': 'x',
          'Thumbs.db': 'x',
          deeper: { 'b.txt': 'b', e: {} },
          'd.txt': 'd',
        },
      }),
    );
    expect(files.map(({ path }) => path)).toEqual([
      'z.txt',
      'folder/a.txt',
      'folder/c.txt',
      'folder/d.txt',
      'folder/deeper/b.txt',
    ]);
    expect(await files[1]?.file?.text()).toBe('a');
  });

  it('names a file that cannot be opened, and goes on', async () => {
    const files = await filesOfDrop(drop({ 'gone.txt': null, 'a.txt': 'a' }));
    expect(files.map(({ path, file }) => [path, file?.size])).toEqual([
      ['gone.txt', undefined],
      ['a.txt', 1],
    ]);
  });

  it('takes the plain files of a drop that has no entries', async () => {
    const file = new File(['a'], 'a.txt');
    const data = { items: [{ webkitGetAsEntry: () => null }], files: [file] } as unknown as DataTransfer;
    expect(await filesOfDrop(data)).toEqual([{ file, path: 'a.txt', title: null }]);
  });
});

describe('fromChosen', () => {
  function inFolder(path: string): File {
    const file = new File(['a'], path.split('/').at(-1) ?? '');
    return Object.defineProperty(file, 'webkitRelativePath', { value: path });
  }

  it('keeps the way to files of a folder, sorts by it, and leaves out what systems put there', () => {
    const files = fromChosen(
      ['case/may/a.txt', 'case/.git/config', 'case/may/.DS_Store', 'case/b.txt'].map(inFolder),
    );
    expect(files.map(({ path }) => path)).toEqual(['case/b.txt', 'case/may/a.txt']);
  });

  it('takes a hidden file that was chosen by itself', () => {
    expect(fromChosen([new File(['a'], '.notes')]).map(({ path }) => path)).toEqual(['.notes']);
  });
});
