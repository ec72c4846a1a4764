import { type Refusal, refuse } from '#core/import/refusal.ts';

/**
 * Why a file is none of an article's, by its name alone: `system` for what systems and programs keep beside files,
 * `page-part` for the scripts, styles and frames a browser saves beside a page. `null` for all that may be one.
 */
export function passedOver(path: string): 'system' | 'page-part' | null {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.slice(0, -1).some((folder) => systemFolders.test(folder)) || systemFiles.test(name))
    return 'system';
  const beside = parts.slice(0, -1).some((folder) => pageFolders.test(folder));
  return beside && pageParts.test(name) ? 'page-part' : null;
}

const systemFolders =
  /^(?:__MACOSX|\.git|\.svn|\.hg|\.Trash(?:es|-\d+)?|\.Spotlight-V100|\.fseventsd|\.TemporaryItems|\.DocumentRevisions-V100|System Volume Information|\$RECYCLE\.BIN|@eaDir|lost\+found)$/i;

// `._x` are resource forks of macOS, `~$x` and `.~lock.x#` are left by programs of office while a file is open.
const systemFiles =
  /^(?:\.DS_Store|\._.*|\.localized|\.directory|\.apdisk|\.VolumeIcon\.icns|Icon\r|Thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|IconCache\.db|~\$.*|\.~lock\..*#|\.fuse_hidden.*|\.nfs[0-9a-f]+|\.Trashinfo)$/is;

/** `Article_files`, and what browsers in other languages call it. */
const pageFolders = /(?:_files|-files|_fichiers|_archivos|_arquivos|_file|-Dateien|_bestanden)$/i;

const pageParts =
  /(?:\.(?:m?js|css|map|json|woff2?|ttf|otf|eot|svg|png|jpe?g|gif|webp|avif|ico|bmp|download|php|aspx?)|saved_resource(?:\(\d+\))?\.html?|\.html?\.download)$/i;

/** Counts files of a container that are passed over, to say so once a kind rather than once a file. */
export type PassedOver = {
  /** Whether `path` is passed over; counted if so. */
  add(path: string): boolean;
  /** Count one that is passed over for what it is rather than for its name. */
  count(what: string, example: string): void;
  refusals(): readonly Refusal[];
};

/** @param container The way to the container. */
export function countPassedOver(container: string): PassedOver {
  const counts = new Map<string, { files: number; example: string }>();
  function count(what: string, name: string): void {
    const { files, example } = counts.get(what) ?? { files: 0, example: name };
    counts.set(what, { files: files + 1, example });
  }
  return {
    add(path) {
      const what = passedOver(path);
      if (what !== null) count(what, path);
      return what !== null;
    },
    count,
    refusals: () =>
      [...counts].map(([what, { files, example }]) =>
        refuse(container, 'passed-over', { what, files, example }),
      ),
  };
}
