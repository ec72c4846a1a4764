import { describe, expect, it } from 'vitest';
import { filesOfDrop, fromDropped } from '#features/library/incoming-files.ts';

type Tree = { readonly [name: string]: Tree | string | null };

/** What a drop hands over for `tree`: a string is a file, `null` one that cannot be opened. Folders are listed in pairs. */
function entriesOf(tree: Tree): FileSystemEntry[] {
  return Object.entries(tree).map(([name, content]) => {
    if (typeof content === 'string')
      return {
        name,
        isFile: true,
        isDirectory: false,
        file: (done: (file: File) => void) => done(new File([content], name)),
      };
    if (content === null)
      return { name, isFile: true, isDirectory: false, file: (_: unknown, failed: () => void) => failed() };
    const inside = entriesOf(content);
    const readEntries = (done: (part: FileSystemEntry[]) => void) => done(inside.splice(0, 2));
    return { name, isFile: false, isDirectory: true, createReader: () => ({ readEntries }) };
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
    expect(files.map(({ name }) => name)).toEqual(['z.txt', 'a.txt', 'c.txt', 'd.txt', 'b.txt']);
    expect(await files[1]?.text()).toBe('a');
  });

  it('names a file that cannot be opened, and goes on', async () => {
    const files = await filesOfDrop(drop({ 'gone.txt': null, 'a.txt': 'a' }));
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ['gone.txt', 0],
      ['a.txt', 1],
    ]);
  });

  it('takes the plain files of a drop that has no entries', async () => {
    const file = new File(['a'], 'a.txt');
    const data = { items: [{ webkitGetAsEntry: () => null }], files: [file] } as unknown as DataTransfer;
    expect(await filesOfDrop(data)).toEqual([file]);
  });
});

describe('fromDropped', () => {
  it('answers no bytes when reading fails', async () => {
    const broken = Object.assign(new File(['a'], 'a.txt'), {
      arrayBuffer: () => Promise.reject(new Error('gone')),
    });
    expect(await fromDropped([broken])[0]?.read()).toBeNull();
    expect(await fromDropped([new File(['a'], 'a.txt')])[0]?.read()).toEqual(Uint8Array.of(0x61));
  });
});
