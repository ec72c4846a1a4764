import { describe, expect, it } from 'vitest';
import { namePassage } from '#core/reader/name-passage.ts';

describe('namePassage', () => {
  it.each([
    ['men on motorbikes', 'men on motorbikes'],
    ['  “shot at everything\nwhich moved,” ', 'shot at everything which moved'],
    ['«\u00a0engins explosifs\u00a0»', 'engins explosifs'],
    ['(about 40%)', 'about 40%'],
    ["l'armée malienne.", "l'armée malienne"],
    ['“قوات الدعم السريع”،', 'قوات الدعم السريع'],
    ['mo\u00adtor\u00adbikes', 'motorbikes'],
    ['e\u0301quipe', 'équipe'],
    ['x'.repeat(100), 'x'.repeat(100)],
  ])('names a tag by %j', (passage, name) => expect(namePassage(passage)).toEqual({ ok: true, name }));

  it.each([
    ['  … ', { problem: 'empty' }],
    ['attack/ambush', { problem: 'slash' }],
    [`“${'x'.repeat(101)}”`, { problem: 'too-long', length: 101, limit: 100 }],
  ])('refuses %j', (passage, refused) => expect(namePassage(passage)).toEqual({ ok: false, ...refused }));
});
