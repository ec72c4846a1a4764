import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './launch.ts';

/** A file that is bad in one of the ways an import has to stand, and what the report has to say of it. */
export type BadFile = {
  /** The way in which it is bad, as it was asked for. */
  readonly way: string;
  readonly name: string;
  /** Its bytes, or what puts it there. */
  readonly made: Uint8Array | string | ((path: string) => void);
  /** What befalls it after it was chosen. */
  readonly befalls?: (path: string) => void;
  /** What is told: of the file itself under '', of a part of it under the way to it. */
  readonly told: Readonly<Record<string, RegExp>>;
};

/** What is told in the same words of several files. */
export const words = {
  imported: /^Imported as: /,
  empty: /^Not imported: there is no text in it\. If there should be/,
  damaged: /^Not imported: it is (?:cut short or )?broken inside.*\. Fetch it again/,
  locked: /^Not imported: it is locked by a password\. Open it with its program, save it without one/,
  bomb: /^Not imported: it is made to (?:unpack to far more than it holds|grow without end)/,
  outside: /^Not imported: its name in the archive leads to a place outside of it\. Unpack it by hand/,
};

/** An article like no other. */
export function story(about: string): string {
  return `News of ${about}\n\nThe mayor spoke at dawn about ${about}. "We have heard of ${about}," said a trader on the road.\n`;
}

/** A file of the fixtures. */
export function fixture(path: string): Uint8Array {
  return readFileSync(join(root, 'tests/fixtures/import', path));
}

/** A text in UTF-8. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What is no text in any encoding, the same at every run. */
export function noise(length: number): Uint8Array {
  let seed = length;
  return Uint8Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed >>> 24;
  });
}
