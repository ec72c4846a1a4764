/** Why a file cannot be laid on the map; `detail` has the numbers and names that go into the words. */
export type LayerProblem = {
  readonly code:
    | 'unreadable'
    | 'empty'
    /** `sizeBytes`, `limit`. */
    | 'too-large'
    /** `form`: what it seems to be (`shapefile`, `geotiff`, `geopackage`, `gzip`, `topojson`), or nothing known. */
    | 'unknown-form'
    /** `form`, `line` where there are lines, `problem` in the reader's words. */
    | 'damaged'
    /** A document type, which alone can make a small file grow without end. */
    | 'doctype'
    /** `crs` as the file names it, or `lon` and `lat` of a point that is not on the earth. */
    | 'other-projection'
    /** `limit`. */
    | 'too-many-points'
    /** Nothing in it can be drawn; `skipped`: how many parts could not be read. */
    | 'no-shapes'
    | 'no-tiles'
    /** `sizeBytes`, `limit`: too large to be looked through for tiles that no index leads to. */
    | 'no-index'
    /** `kind` of tiles that cannot be drawn. */
    | 'tile-kind';
  readonly detail: Readonly<Record<string, string | number>>;
};

/** Carries a problem out of the readers; whoever opens a file catches it. */
export class LayerRefusal extends Error {
  readonly problem: LayerProblem;

  constructor(code: LayerProblem['code'], detail: LayerProblem['detail'] = {}) {
    super(code);
    this.name = 'LayerRefusal';
    this.problem = { code, detail };
  }
}
