import { createRtfOutput, type RtfGroup, type RtfOutput, type RtfSettings } from './rtf-output.ts';
import type { RtfToken } from './rtf-tokens.ts';
import {
  characterOf,
  characterOfSymbol,
  codePageLabel,
  codePageOfCharset,
  placeOf,
  type RtfPlace,
  transparent,
} from './rtf-words.ts';

/** What an RTF file holds. */
export type RtfText = {
  /** The text by where it stands: `body`, `footnote`, `margin` (heads and feet of pages) and a few properties. */
  readonly found: RtfOutput['found'];
  /** How many comments were left out. */
  readonly comments: number;
  /** Whether the file was cut short: groups were left open. */
  readonly isCut: boolean;
};

/** Where the reader is in the file. */
type State = {
  readonly output: RtfOutput;
  /** The groups around the one that is read. */
  readonly outer: RtfGroup[];
  group: RtfGroup;
  /** Characters still to be passed over: they stand for one that was read. */
  skip: number;
  /** The group was just opened; its first word says what it is for. */
  isNew: boolean;
  /** It is marked as to be passed over by who does not know it. */
  isOptional: boolean;
  definedFont: number | null;
  comments: number;
};

/** Read the text of an RTF file from its pieces. Nothing can break it: what it does not know is passed over. */
export function readRtf(tokens: Iterable<RtfToken>, settings: RtfSettings): RtfText {
  const state: State = {
    output: createRtfOutput(settings),
    outer: [],
    group: { place: 'body', font: null, fallback: 1, hidden: false },
    skip: 0,
    isNew: false,
    isOptional: false,
    definedFont: null,
    comments: 0,
  };
  for (const token of tokens) take(state, token);
  state.output.flush(state.group);
  return { found: state.output.found, comments: state.comments, isCut: state.outer.length > 0 };
}

function take(state: State, token: RtfToken): void {
  const { output } = state;
  if (token.kind === 'bytes') {
    const passed = Math.min(state.skip, token.bytes.length);
    state.skip -= passed;
    output.bytes(token.bytes.slice(passed), state.group);
    state.isNew = false;
    return;
  }
  output.flush(state.group);
  if (token.kind === 'open' || token.kind === 'close') turn(state, token.kind);
  else if (token.kind === 'word') takeWord(state, token.word, token.number);
  else takeSymbol(state, token.symbol);
}

function turn(state: State, kind: 'open' | 'close'): void {
  if (kind === 'open') state.outer.push({ ...state.group });
  else state.group = state.outer.pop() ?? state.group;
  state.skip = 0;
  state.isNew = kind === 'open';
  state.isOptional = false;
}

function takeSymbol(state: State, symbol: string): void {
  if (symbol === '*' && state.isNew) {
    state.isOptional = true;
    return;
  }
  state.isNew = false;
  if (state.skip > 0) state.skip -= 1;
  else state.output.text(characterOfSymbol.get(symbol) ?? '', state.group);
}

function takeWord(state: State, word: string, number: number | null): void {
  const { isNew, output, group } = state;
  state.isNew = false;
  if (isNew && enter(state, word)) return;
  if (state.skip > 0 && !settings.has(word)) {
    state.skip -= 1;
    return;
  }
  const character = characterOf.get(word);
  if (character === '\t' && word !== 'tab') output.cell(group);
  else if (character !== undefined) output.text(character, group);
  else settings.get(word)?.(state, number ?? 1, number !== 0);
}

/** Set what a new group is for by its first word; answers whether that word was a name of a group. */
function enter(state: State, word: string): boolean {
  const { group, isOptional } = state;
  if (word === 'ud') {
    // The second way of a value, which is read as what the value is.
    group.place = state.outer.findLast(({ place }) => place !== 'two-ways')?.place ?? 'unread';
    return true;
  }
  const place = transparent.has(word) ? null : (placeOf.get(word) ?? (isOptional ? 'unread' : null));
  if (place === null) return false;
  if (place === 'comment') state.comments += 1;
  group.place = within(group.place, place);
  if (group.place === 'footnote' || group.place === 'margin') state.output.text('\n', group);
  // Some programs write a property twice.
  if (isProperty(group.place) && state.output.found[group.place] !== '') group.place = 'unread';
  return true;
}

/** What a group is read as: nothing is text within what is not read, but for the facts, which lie there. */
function within(outer: RtfPlace, inner: RtfPlace): RtfPlace {
  if (outer === 'two-ways') return 'unread';
  const isFact = isProperty(inner) || inner === 'two-ways';
  return outer === 'unread' && !isFact ? 'unread' : inner;
}

function isProperty(place: RtfPlace): place is 'title' | 'author' {
  return place === 'title' || place === 'author';
}

type Setting = (state: State, number: number, isOn: boolean) => void;

const settings: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  [
    'u',
    (state, number) => {
      state.output.text(String.fromCharCode(number & 0xffff), state.group);
      state.skip = state.group.fallback;
    },
  ],
  [
    'uc',
    ({ group }, number) => {
      group.fallback = Math.max(0, number);
    },
  ],
  ['v', hide],
  ['deleted', hide],
  ['plain', (state) => hide(state, 0, false)],
  ['ansicpg', ({ output }, number) => output.setCodePage(codePageLabel(number))],
  ['mac', ({ output }) => output.setCodePage('macintosh')],
  [
    'f',
    (state, number) => {
      if (state.group.place === 'fonts') state.definedFont = number;
      else state.group.font = number;
    },
  ],
  ['fcharset', (state, number) => defineFont(state, codePageOfCharset(number))],
  ['cpg', defineFont],
]);

function hide({ group }: State, _number: number, isOn: boolean): void {
  group.hidden = isOn;
}

function defineFont({ group, definedFont, output }: State, codePage: number | null): void {
  if (group.place === 'fonts' && definedFont !== null && codePage !== null)
    output.setFontCodePage(definedFont, codePage);
}
