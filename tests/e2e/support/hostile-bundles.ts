import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { root } from './launch.ts';

type Entries = Record<string, Uint8Array>;
type Manifest = { format: number; entries: { name: string; sha256: string; sizeBytes: number }[] };

/** A bundle made to do harm, and the sentence that refuses it. */
export type HostileBundle = { readonly name: string; readonly bytes: Uint8Array; readonly refusal: RegExp };

const sound = () => readFileSync(resolve(root, 'tests/fixtures/bundle/format-1.liptako'));

/** Bundles of which not one record may come in. */
export function hostileBundles(): HostileBundle[] {
  const bundle = (name: string, refusal: RegExp, bytes: Uint8Array) => ({ name, refusal, bytes });
  return [
    bundle('words.liptako', /not a zip file/, strToU8('Not a bundle at all.')),
    bundle('cut.liptako', /not a zip file|damaged/, sound().subarray(0, 4_000)),
    bundle('outside.liptako', /“\.\.\/\.\.\/evil\.txt” points outside/, withEntry('../../evil.txt')),
    bundle('absolute.liptako', /“\/etc\/evil\.txt” points outside/, withEntry('/etc/evil.txt')),
    bundle('stranger.liptako', /“readme\.txt” does not belong/, withEntry('readme.txt')),
    bundle('changed.liptako', /has been changed since.*its hash differs/, withChangedText()),
    bundle('newer.liptako', /made by a newer Liptako \(format 99/, withFormat(99)),
    bundle('old.liptako', /list of contents can’t be understood \(format\)/, withFormat(0)),
    bundle(
      'bare.liptako',
      /“manifest\.json” is missing/,
      zipSync({ 'records/articles.json': strToU8('[]') }),
    ),
    bundle('proto.liptako', /forbidden key, __proto__/, withTags('[{"__proto__":{"isAdmin":true}}]')),
    bundle('nested.liptako', /can’t be understood/, withTags('['.repeat(100_000) + ']'.repeat(100_000))),
    bundle('record.liptako', /Record 1 of “tags” is not as it should be/, withTags('[{"id":7}]')),
    bundle('bomb.liptako', /far more than its size/, withTags(`[${' '.repeat(40_000_000)}]`)),
    bundle('moved.liptako', /A passage in “highlights” does not stand where it says/, withMovedPassage()),
  ];
}

/** A sound bundle whose every word is markup, script and marks that turn the direction of writing. */
export function markedBundle(): { readonly bytes: Uint8Array; readonly title: string } {
  const title = `\u202e<img src=x onerror="window.__pwned=1">\u2066 raid </title><script>window.__pwned=2</script>`;
  const entries = unzipSync(sound());
  edit(entries, 'articles', (article) => {
    article.title = { ...(article.title as object), value: title };
    article.originalName = `${title}.txt`;
    article.publisher = { value: title, basis: 'analyst', evidence: null, reason: 'analyst' };
  });
  edit(entries, 'tags', (tag) => {
    tag.name = `<b onmouseover="window.__pwned=3">${String(tag.name)}</b>`;
    tag.description = title;
  });
  edit(entries, 'highlights', (highlight) => {
    highlight.note = title;
  });
  edit(entries, 'briefs', (brief) => {
    brief.title = title;
    brief.author = title;
  });
  return { bytes: seal(entries), title };
}

function withEntry(name: string): Uint8Array {
  return seal({ ...unzipSync(sound()), [name]: strToU8('evil') });
}

function withChangedText(): Uint8Array {
  const entries = unzipSync(sound());
  const name = Object.keys(entries).find((each) => each.startsWith('texts/')) ?? '';
  const [first = 0, ...rest] = entries[name] ?? [];
  return zipSync({ ...entries, [name]: Uint8Array.of(first ^ 1, ...rest) });
}

function withFormat(format: number): Uint8Array {
  const entries = unzipSync(sound());
  const manifest = readManifest(entries);
  return zipSync({ ...entries, 'manifest.json': strToU8(JSON.stringify({ ...manifest, format })) });
}

function withTags(json: string): Uint8Array {
  return seal({ ...unzipSync(sound()), 'records/tags.json': strToU8(json) });
}

function withMovedPassage(): Uint8Array {
  const entries = unzipSync(sound());
  edit(entries, 'highlights', (highlight) => {
    const anchor = highlight.anchor as { start: number; end: number };
    highlight.anchor = { ...anchor, start: anchor.start + 1, end: anchor.end + 1 };
  });
  return seal(entries);
}

function edit(entries: Entries, table: string, change: (record: Record<string, unknown>) => void): void {
  const name = `records/${table}.json`;
  const records = JSON.parse(strFromU8(entries[name] ?? strToU8('[]')));
  for (const record of records) change(record);
  entries[name] = strToU8(JSON.stringify(records));
}

/** Write the list of contents anew, so that every hash in it is right. */
function seal(entries: Entries): Uint8Array {
  const { 'manifest.json': _, ...contents } = entries;
  const listed = Object.entries(contents).map(([name, bytes]) => ({
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
  }));
  const manifest = { ...readManifest(entries), entries: listed };
  return zipSync({ ...contents, 'manifest.json': strToU8(JSON.stringify(manifest)) });
}

function readManifest(entries: Entries): Manifest {
  return JSON.parse(strFromU8(entries['manifest.json'] ?? strToU8('{}')));
}
