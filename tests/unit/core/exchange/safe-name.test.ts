import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAFE_NAME_BYTES, safeName } from '#core/exchange/safe-name.ts';

const bytes = (name: string) => new TextEncoder().encode(name).length;

/** Names as trouble makes them: any characters, with those that mean something to a system mixed in. */
const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '..',
          '/',
          '\\',
          ':',
          'CON',
          'nul',
          '.',
          ' ',
          '\u202e',
          '\u0000',
          '\n',
          'é',
          'e\u0301',
          '٣',
          '👩‍👩‍👧',
          '\ud800',
        ),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 80 },
    )
    .map((parts) => parts.join('')),
);

describe('safeName', () => {
  it.each([
    ['Brief: Djibo, 3–5 mai', '.pdf', 'Brief Djibo, 3–5 mai.pdf'],
    ['../../etc/passwd', '', 'etc passwd'],
    ['C:\\Windows\\x', '.csv', 'C Windows x.csv'],
    ['brief.PDF', '.pdf', 'brief.pdf'],
    ['report\u202egpj.exe', '.html', 'reportgpj.exe.html'],
    ['CON', '.md', '_CON.md'],
    ['com1.tar', '', '_com1.tar'],
    ['console', '.md', 'console.md'],
    ['  ..  ', '.json', 'untitled.json'],
    ['e\u200b\u0301te', '', 'éte'],
    ['  a \t\n b . . ', '.md', 'a b.md'],
    ['مقتل ٣ في جيبو', '.docx', 'مقتل ٣ في جيبو.docx'],
  ])('makes %j with %j into %j', (name, extension, safe) => {
    expect(safeName(name, extension)).toBe(safe);
  });

  it('makes names that every system takes', () => {
    fc.assert(
      fc.property(names, fc.constantFrom('', '.pdf', '.liptako'), (name, extension) => {
        const safe = safeName(name, extension);

        expect(safe.endsWith(extension)).toBe(true);
        expect(safe.length).toBeGreaterThan(extension.length);
        expect(bytes(safe)).toBeLessThanOrEqual(SAFE_NAME_BYTES);
        expect(safe.isWellFormed()).toBe(true);
        expect(safe.normalize('NFC')).toBe(safe);
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(safe).not.toMatch(/^[\s.]|[\s.]$/u);
        expect(safe.split('.')[0]?.trim().toUpperCase()).not.toMatch(/^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves a safe name as it is', () => {
    fc.assert(
      fc.property(names, fc.constantFrom('', '.pdf'), (name, extension) => {
        const safe = safeName(name, extension);

        expect(safeName(safe, extension)).toBe(safe);
      }),
      { numRuns: 2000 },
    );
  });

  it('names a file in the folder it is written to, and no other', () => {
    const folder = mkdtempSync(join(tmpdir(), 'liptako-unit-'));
    const written = new Set<string>();
    fc.assert(
      fc.property(names, (name) => {
        const safe = safeName(name, '.txt');
        writeFileSync(join(folder, safe), '');
        written.add(safe);
      }),
      { numRuns: 200 },
    );

    expect(new Set(readdirSync(folder))).toEqual(written);
  });
});
