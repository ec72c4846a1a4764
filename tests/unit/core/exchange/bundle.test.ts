import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type BundleManifest, heavyLayers, type Records, writeBundle } from '#core/exchange/bundle.ts';
import { planBundleImport } from '#core/exchange/plan-bundle-import.ts';
import { readBundle } from '#core/exchange/read-bundle.ts';
import { recordSchemas } from '#core/exchange/record-schemas.ts';
import { type TableName, type Tables, tableNames } from '#core/history/change.ts';
import type { SearchDecision } from '#core/search/saved-search.ts';
import { now, sha256 } from '#tests/unit/core/brief/sample-case.ts';
import { caseWorkspace, noRecords, type SampleWorkspace, workspaces } from './sample-workspace.ts';

const hash = async (bytes: Uint8Array) => sha256(bytes);

async function pack(workspace: SampleWorkspace): Promise<Uint8Array> {
  return (await write(workspace)).bytes;
}

async function write({ records, files }: SampleWorkspace) {
  const written = await writeBundle({
    appVersion: '0.1.0',
    now,
    workspaceName: 'Sahel',
    records,
    readFile: async (which) => files.get(which.sha256) ?? null,
    sha256: hash,
  });
  if (!written.ok) throw new Error(written.code);
  return written;
}

async function read(bytes: Uint8Array) {
  const answer = await readBundle(bytes, hash);
  if (!answer.ok) throw new Error(`${answer.problem.code} ${JSON.stringify(answer.problem.detail)}`);
  return answer.bundle;
}

/** What a workspace holds after `changes` were made to `records`. */
function apply(records: Records, changes: ReturnType<typeof planBundleImport>['changes']): Records {
  const after = Object.fromEntries(tableNames.map((name) => [name, [...records[name]]])) as Record<
    TableName,
    unknown[]
  >;
  for (const { table, after: record } of changes) after[table].push(record);
  return after as unknown as Records;
}

describe('a bundle', () => {
  it('carries any workspace whole into an empty one', async () => {
    await fc.assert(
      fc.asyncProperty(workspaces, async (workspace) => {
        const bundle = await read(await pack(workspace));
        const plan = planBundleImport(bundle, noRecords);

        // JSON has no -0 and no undefined; nothing else may differ.
        expect(apply(noRecords, plan.changes)).toEqual(JSON.parse(JSON.stringify(workspace.records)));
        expect(new Map(plan.files.map((file) => [file.sha256, Buffer.from(file.bytes)]))).toEqual(
          new Map(Array.from(workspace.files, ([name, bytes]) => [name, Buffer.from(bytes)])),
        );
        expect(plan.conflicts).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same bytes for the same workspace, and a zip that others open', async () => {
    const bytes = await pack(caseWorkspace());

    expect(Buffer.from(await pack(caseWorkspace())).equals(Buffer.from(bytes))).toBe(true);
    const files = unzipSync(bytes);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as BundleManifest;
    expect(manifest).toMatchObject({ format: 1, app: 'liptako', workspaceName: 'Sahel', createdAt: now });
    expect(manifest.counts).toMatchObject({ articles: 2, highlights: 2, blocks: 5 });
    for (const { name, sha256: listed } of manifest.entries)
      expect(sha256(files[name] ?? new Uint8Array())).toBe(listed);
    expect(manifest.entries).toHaveLength(Object.keys(files).length - 1);
  });

  it('of format 1 is still read as it was written', async () => {
    const file = resolve(import.meta.dirname, '../../../fixtures/bundle/format-1.liptako');
    // Written once; a later version reads this very file.
    const bundle = await read(readFileSync(file));

    expect(bundle.manifest).toMatchObject({ format: 1, workspaceName: 'Sahel' });
    expect(bundle.records.highlights.map(({ anchor }) => anchor.exact)).toEqual([
      'at least 70 dead',
      '84 Wagner mercenaries',
    ]);
    expect(bundle.records.briefs[0]?.title).toBe('Bamako and Kidal: September 2024');
    expect(bundle.files.filter(({ kind }) => kind === 'original')).toHaveLength(2);
  });

  it('is not written when a file of an article is missing', async () => {
    const { records } = caseWorkspace();

    const written = await writeBundle({
      appVersion: '0.1.0',
      now,
      workspaceName: 'Sahel',
      records,
      readFile: async () => null,
      sha256: hash,
    });

    expect(written).toEqual({ ok: false, code: 'missing-file', articleName: '001_a9e9740a1a7fd727.txt' });
  });

  it('carries the file of a map layer when it is small, and the layer alone when it is not', async () => {
    const layer = (name: string, content: string, sizeBytes: number): Tables['mapLayers'] => ({
      id: name as Tables['mapLayers']['id'],
      name,
      form: 'geojson',
      fileName: `${name}.geojson`,
      sha256: sha256(strToU8(content)),
      sizeBytes,
      attribution: '',
      isShown: true,
      opacity: 1,
      order: 1,
      createdAt: now,
    });
    const mapLayers = [layer('wells', '{}', 2), layer('huge', '[]', 2 ** 30), layer('gone', '1', 1)];
    const files = new Map(['{}', '[]'].map((content) => [sha256(strToU8(content)), strToU8(content)]));
    const records = { ...noRecords, mapLayers };
    const written = await write({ records, files });
    const plan = planBundleImport(await read(written.bytes), noRecords);

    expect(heavyLayers(records).map(({ name }) => name)).toEqual(['huge']);
    expect(written.withoutFile).toEqual(['gone']);
    expect(plan.files).toEqual([{ kind: 'original', sha256: sha256(strToU8('{}')), bytes: strToU8('{}') }]);
    expect(plan.changes.map(({ after }) => after)).toEqual(mapLayers);
  });

  it('is read back even when a text packs as well as a bomb', async () => {
    const { makeArticle } = await import('#tests/unit/core/brief/sample-case.ts');
    const text = 'a'.repeat(3_000_000);
    const article = makeArticle('article-a' as Tables['articles']['id'], {
      name: 'a.txt',
      text,
      title: { value: 'a', basis: 'stated', evidence: null, reason: 'test' },
      publisher: null,
      date: null,
    });
    const files = new Map([[article.textSha256, strToU8(text)]]);

    const bundle = await read(await pack({ records: { ...noRecords, articles: [article] }, files }));

    expect(bundle.files).toHaveLength(2);
  });
});

describe('importing a bundle', () => {
  it('skips what is there already', async () => {
    const workspace = caseWorkspace();
    const bundle = await read(await pack(workspace));

    const plan = planBundleImport(bundle, workspace.records);

    expect(plan.changes).toEqual([]);
    expect(plan.files).toEqual([]);
    expect(plan.same).toBe(15);
  });

  it('keeps ours where the two differ, and says so', async () => {
    const workspace = caseWorkspace();
    const bundle = await read(await pack(workspace));
    const [first, ...rest] = workspace.records.highlights;
    const ours = {
      ...workspace.records,
      highlights: [{ ...first, note: 'ours' }, ...rest] as Records['highlights'],
      mentions: workspace.records.mentions.slice(1),
    };

    const plan = planBundleImport(bundle, ours);

    expect(plan.conflicts).toEqual([{ table: 'highlights', id: first?.id, name: 'at least 70 dead' }]);
    expect(plan.added).toMatchObject({ mentions: 1, highlights: 0 });
    expect(plan.changes.every((change) => change.before === null)).toBe(true);
  });

  it('never mixes the blocks of a brief that both have written on', async () => {
    const workspace = caseWorkspace();
    const bundle = await read(await pack(workspace));
    const [brief] = workspace.records.briefs;
    const ours = {
      ...workspace.records,
      briefs: [{ ...brief, title: 'ours' }] as Records['briefs'],
      blocks: workspace.records.blocks.slice(1),
    };

    const plan = planBundleImport(bundle, ours);

    expect(plan.changes).toEqual([]);
    expect(plan.conflicts.map(({ table }) => table)).toEqual(['briefs', 'blocks']);
  });

  it('brings passages to our own copy of the same article', async () => {
    const { records, files } = caseWorkspace();
    const decision: SearchDecision = {
      id: 'decision' as SearchDecision['id'],
      searchId: 'search' as SearchDecision['searchId'],
      verdict: 'dismissed',
      articleIds: records.articles.map(({ id }) => id),
      decidedAt: now,
    };
    const workspace = { records: { ...records, searchDecisions: [decision] }, files };
    const bundle = await read(await pack(workspace));
    const own = workspace.records.articles.map((article, index) => ({
      ...article,
      id: `own-${index}` as typeof article.id,
    }));

    const plan = planBundleImport(bundle, { ...noRecords, articles: own });

    const after = apply({ ...noRecords, articles: own }, plan.changes);
    expect(plan.joined).toBe(2);
    expect(after.articles).toEqual(own);
    expect(after.highlights.map((highlight) => highlight.anchor.articleId)).toEqual(['own-0', 'own-1']);
    expect(after.searchDecisions.map(({ articleIds }) => articleIds)).toEqual([['own-0', 'own-1']]);
    expect(plan.files).toEqual([]);
    // A second time there is nothing left to do.
    expect(planBundleImport(bundle, after)).toMatchObject({ changes: [], conflicts: [] });
  });
});

type Contents = Record<string, Uint8Array>;

/** A bundle of the sample case with its entries changed by `change` and, unless told, its hashes put right again. */
async function forge(change: (files: Contents) => void, keepHashes = false): Promise<Uint8Array> {
  const files: Contents = unzipSync(await pack(caseWorkspace()));
  change(files);
  if (!keepHashes) rewriteManifest(files);
  return zipSync(files as Zippable);
}

function rewriteManifest(files: Contents): void {
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
  manifest.entries = Object.entries(files)
    .filter(([name]) => name !== 'manifest.json')
    .map(([name, bytes]) => ({ name, sha256: sha256(bytes), sizeBytes: bytes.length }));
  files['manifest.json'] = strToU8(JSON.stringify(manifest));
}

function editRecords(
  files: Contents,
  table: TableName,
  edit: (records: Record<string, unknown>[]) => unknown,
): void {
  const name = `records/${table}.json`;
  const records = JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as Record<string, unknown>[];
  files[name] = strToU8(JSON.stringify(edit(records) ?? records));
}

function editText(files: Contents, table: TableName, edit: (json: string) => string): void {
  const name = `records/${table}.json`;
  files[name] = strToU8(edit(strFromU8(files[name] ?? new Uint8Array())));
}

async function problemOf(bytes: Uint8Array) {
  const answer = await readBundle(bytes, hash);
  return answer.ok ? 'accepted' : answer.problem;
}

describe('a bundle that is not what it should be', () => {
  it.each([
    ['../evil', 'unsafe-name'],
    ['originals/../../evil', 'unsafe-name'],
    ['/etc/passwd', 'unsafe-name'],
    ['C:\\evil.txt', 'unsafe-name'],
    ['originals\\evil', 'unsafe-name'],
    ['records/./tags.json', 'unsafe-name'],
    ['evil.txt', 'unknown-name'],
    ['records/passwords.json', 'unknown-name'],
    ['originals/short', 'unknown-name'],
    ['records/', 'unknown-name'],
  ])('is refused for an entry named %s', async (name, code) => {
    const bytes = await forge((files) => {
      files[name] = strToU8(name.endsWith('/') ? '' : 'x');
    });

    expect(await problemOf(bytes)).toEqual({ code, detail: { name } });
  });

  it('is refused for an entry the manifest does not list', async () => {
    const name = `originals/${sha256('x')}`;
    const bytes = await forge((files) => {
      files[name] = strToU8('x');
    }, true);

    expect(await problemOf(bytes)).toEqual({ code: 'unknown-name', detail: { name } });
  });

  it('is refused for two entries of one name', async () => {
    const other = 'records/tagz.json';
    const bytes = await forge((files) => {
      files[other] = strToU8('[]');
    }, true);
    const forged = Buffer.from(bytes);
    for (let at = forged.indexOf(other); at !== -1; at = forged.indexOf(other))
      forged.write('records/tags.json', at);

    expect(await problemOf(forged)).toEqual({
      code: 'duplicate-name',
      detail: { name: 'records/tags.json' },
    });
  });

  it('is refused for a link', async () => {
    const files = unzipSync(await pack(caseWorkspace()));
    const bytes = zipSync({
      ...files,
      'records/tags.json': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
    });

    expect(await problemOf(bytes)).toEqual({ code: 'not-a-file', detail: { name: 'records/tags.json' } });
  });

  it('is refused for an entry that inflates too far, whether it says so or not', async () => {
    const bomb = new Uint8Array(40 * 1024 * 1024);
    const name = `originals/${sha256(bomb)}`;
    const bytes = zipSync({ [name]: [bomb, { level: 9 }] });
    const manifest = strToU8(
      JSON.stringify({
        format: 1,
        app: 'liptako',
        appVersion: '1',
        createdAt: now,
        workspaceName: '',
        counts: {},
        entries: [{ name, sha256: sha256(bomb), sizeBytes: 1000 }],
      }),
    );
    const both = Buffer.from(zipSync({ 'manifest.json': manifest, [name]: [bomb, { level: 9 }] }));
    const directory = both.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    both.writeUInt32LE(1000, directory + 24);

    expect(await problemOf(bytes)).toMatchObject({ code: 'suspicious-ratio' });
    expect(await problemOf(both)).toEqual({ code: 'damaged-entry', detail: { name } });
  });

  it('is refused when it declares more than half a gigabyte or more than 20,000 entries', async () => {
    const large = Buffer.from(await pack(caseWorkspace()));
    large.writeUInt32LE(600 * 1024 * 1024, large.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`${index}`, new Uint8Array()])),
    );

    expect(await problemOf(large)).toMatchObject({ code: 'too-large' });
    expect(await problemOf(many)).toEqual({ code: 'too-many-entries', detail: { limit: 20_000 } });
  });

  it('is refused when entries share bytes', async () => {
    const bytes = Buffer.from(zipSync({ a: strToU8('first'), b: strToU8('other') }, { level: 0 }));
    const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(0, second + 42);
    bytes.write('a', second + 46);

    expect(await problemOf(bytes)).toMatchObject({ code: 'duplicate-name' });
    bytes.write('b', second + 46);
    expect(await problemOf(bytes)).toMatchObject({ code: 'damaged-zip' });
  });

  it('is refused when it is encrypted', async () => {
    const bytes = Buffer.from(await pack(caseWorkspace()));
    const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt16LE(1, directory + 8);

    expect(await problemOf(bytes)).toMatchObject({ code: 'encrypted' });
  });

  it.each([
    { format: 2, code: 'newer-format', detail: { found: 2, known: 1 } },
    { format: 0, code: 'bad-manifest', detail: { path: 'format' } },
    { format: 'one', code: 'bad-manifest', detail: { path: 'format' } },
  ])('is refused for format $format', async ({ format, code, detail }) => {
    const bytes = await forge((files) => {
      const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
      files['manifest.json'] = strToU8(JSON.stringify({ ...manifest, format }));
    }, true);

    expect(await problemOf(bytes)).toEqual({ code, detail });
  });

  it('is refused without a manifest', async () => {
    expect(await problemOf(zipSync({ 'records/tags.json': strToU8('[]') }))).toEqual({
      code: 'missing-entry',
      detail: { name: 'manifest.json' },
    });
  });

  it('names the entry whose content has been changed', async () => {
    const bytes = await forge((files) => {
      files['records/tags.json'] = strToU8('[]');
    }, true);

    expect(await problemOf(bytes)).toEqual({ code: 'wrong-hash', detail: { name: 'records/tags.json' } });
  });

  it('names the file that is not what its name says', async () => {
    let name = '';
    const bytes = await forge((files) => {
      name = Object.keys(files).find((key) => key.startsWith('originals/')) ?? '';
      files[name] = strToU8('something else');
    });

    expect(await problemOf(bytes)).toEqual({ code: 'wrong-hash', detail: { name } });
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'is refused for a key named %s, and changes no object',
    async (key) => {
      const bytes = await forge((files) =>
        editText(files, 'tags', (json) => json.replace('{', `{"${key}":{"polluted":true},`)),
      );

      expect(await problemOf(bytes)).toEqual({
        code: 'forbidden-key',
        detail: { name: 'records/tags.json', key },
      });
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it('is refused for JSON that is broken or endlessly deep', async () => {
    const broken = await forge((files) => editText(files, 'tags', () => '[{'));
    const deep = await forge((files) =>
      editText(files, 'tags', () => '['.repeat(100_000) + ']'.repeat(100_000)),
    );

    expect(await problemOf(broken)).toMatchObject({ code: 'bad-json' });
    expect(await problemOf(deep)).toMatchObject({ code: 'too-deep' });
  });

  it.each([
    { table: 'tags', path: 'color', value: 'ultraviolet' },
    { table: 'tags', path: 'order', value: '1' },
    { table: 'articles', path: 'textLength', value: -1 },
    { table: 'articles', path: 'originalName', value: 'x'.repeat(5_000) },
    { table: 'highlights', path: 'note', value: 7 },
    { table: 'mentions', path: 'status', value: 'maybe' },
    { table: 'briefs', path: 'tlp', value: 'TLP:WHITE' },
    { table: 'blocks', path: 'content', value: { kind: 'script', text: 'x' } },
  ] as const)('is refused for a record of $table whose $path is $value', async ({ table, path, value }) => {
    const bytes = await forge((files) =>
      editRecords(files, table, ([first, ...rest]) => [{ ...first, [path]: value }, ...rest]),
    );

    expect(await problemOf(bytes)).toMatchObject({ code: 'bad-record', detail: { table, index: 0 } });
  });

  it('is refused for a record with a field nobody knows, or without one', async () => {
    const more = await forge((files) => editRecords(files, 'tags', ([first]) => [{ ...first, more: 1 }]));
    const less = await forge((files) =>
      editRecords(files, 'tags', ([first]) => [{ ...first, name: undefined }]),
    );

    expect(await problemOf(more)).toMatchObject({ code: 'bad-record' });
    expect(await problemOf(less)).toEqual({
      code: 'bad-record',
      detail: { table: 'tags', index: 0, path: 'name' },
    });
  });

  it('is refused for two records of one id', async () => {
    const bytes = await forge((files) => editRecords(files, 'tags', ([first]) => [first, first]));

    expect(await problemOf(bytes)).toMatchObject({ code: 'duplicate-id' });
  });

  it('is refused for a passage of an article it does not hold, and a block of a brief it does not hold', async () => {
    const article = await forge((files) => editRecords(files, 'articles', (records) => records.slice(1)));
    const brief = await forge((files) => editRecords(files, 'briefs', () => []));

    expect(await problemOf(article)).toMatchObject({
      code: 'missing-article',
      detail: { table: 'highlights' },
    });
    expect(await problemOf(brief)).toMatchObject({ code: 'missing-brief' });
  });

  it('is refused without the original or the text of an article', async () => {
    for (const folder of ['originals/', 'texts/']) {
      let name = '';
      const bytes = await forge((files) => {
        name = Object.keys(files).find((key) => key.startsWith(folder)) ?? '';
        delete files[name];
      });

      expect(await problemOf(bytes)).toEqual({ code: 'missing-entry', detail: { name } });
    }
  });

  it('is refused for a passage that does not stand in its text', async () => {
    const bytes = await forge((files) =>
      editText(files, 'highlights', (json) => json.replace('at least 70 dead', 'at least 17 dead')),
    );

    expect(await problemOf(bytes)).toMatchObject({ code: 'wrong-passage', detail: { table: 'highlights' } });
  });

  it('answers for any damaged or random bytes, and never throws', async () => {
    const sound = await pack(caseWorkspace());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async (damage) => {
          const bytes = Uint8Array.from(sound);
          for (const [at, value] of damage) bytes[at] = value;
          const answer = await readBundle(bytes, hash);

          // Damage may hit bytes that mean nothing (dates, checksums); then all records are as they were.
          if (answer.ok)
            expect(answer.bundle.records).toEqual(JSON.parse(JSON.stringify(caseWorkspace().records)));
        },
      ),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await readBundle(bytes, hash)).ok).toBe(false);
      }),
    );
  });
});

describe('the schemas of records', () => {
  it('agree with the types of the records in both directions', () => {
    type Deep<Value> = Value extends [infer First, infer Second]
      ? readonly [Deep<First>, Deep<Second>]
      : Value extends (infer Item)[] | readonly (infer Item)[]
        ? readonly Deep<Item>[]
        : Value extends string
          ? Value
          : Value extends object
            ? { readonly [Key in keyof Value]: Deep<Value[Key]> }
            : Value;
    type Agrees<Table extends TableName> =
      Tables[Table] extends Deep<z.infer<(typeof recordSchemas)[Table]>>
        ? Deep<z.infer<(typeof recordSchemas)[Table]>> extends Tables[Table]
          ? true
          : 'the schema allows what the type does not'
        : 'the type allows what the schema does not';
    // The compiler holds this: any other value than `true` does not compile.
    const agreement: { [Table in TableName]: Agrees<Table> } = {
      articles: true,
      highlights: true,
      tags: true,
      mentions: true,
      places: true,
      briefs: true,
      blocks: true,
      activity: true,
      analysts: true,
      tagGroups: true,
      memos: true,
      readings: true,
      savedSearches: true,
      searchDecisions: true,
      batches: true,
      actors: true,
      relations: true,
      events: true,
      tracks: true,
      areas: true,
      mapLayers: true,
      findings: true,
    };

    expect(Object.keys(agreement).sort()).toEqual(Object.keys(recordSchemas).sort());
  });
});
