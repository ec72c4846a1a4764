import type { TextSpan } from "./span.ts";

/** Letters that are more than one letter or another one once folded; NFKD leaves these alone. */
const letters: Readonly<Record<string, string>> = {
	œ: "oe",
	æ: "ae",
	ß: "ss",
	ø: "o",
	đ: "d",
	ł: "l",
	ı: "i",
	ŋ: "n",
	ɓ: "b",
	ɗ: "d",
	ƴ: "y",
	// Arabic: the forms of alef, yaa and taa marbuta that writers interchange.
	ٱ: "ا",
	ى: "ي",
	ة: "ه",
	ـ: "",
};

const apostrophes = /[\u2018\u2019\u201b\u02bc\u02bb\u0060\u00b4\u2032\uff07]/;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
const marks = /\p{M}/gu;
const plain = /^[\x20-\x40\x5b-\x7e\n]*$/;

/**
 * The one folding of the program: case, accents, apostrophes, dashes, ligatures and Arabic letter variants. Index,
 * in-article find, gazetteer, aliases and tag search all compare folded text, so that they always agree.
 */
export function fold(text: string): string {
	let folded = "";
	for (const character of text) folded += foldCharacter(character);
	return folded;
}

/**
 * Fold `text` and tell where each folded unit comes from: `starts[i]` is the index in `text` of the character that
 * gave unit `i`; one more entry than units holds `text.length`.
 */
export function foldWithOffsets(text: string): {
	folded: string;
	starts: Uint32Array;
} {
	const starts: number[] = [];
	let folded = "";
	let at = 0;
	for (const character of text) {
		const part = foldCharacter(character);
		for (let unit = 0; unit < part.length; unit++) starts.push(at);
		folded += part;
		at += character.length;
	}
	starts.push(text.length);
	return { folded, starts: Uint32Array.from(starts) };
}

/**
 * Every place in `text` that reads like `query` once both are folded, in order, not overlapping. An empty or
 * all-mark query is found nowhere.
 */
export function findFolded(text: string, query: string): TextSpan[] {
	const needle = fold(query);
	if (needle === "") return [];
	const { folded, starts } = foldWithOffsets(text);
	const found: TextSpan[] = [];
	for (
		let at = folded.indexOf(needle);
		at !== -1;
		at = folded.indexOf(needle, at + needle.length)
	) {
		const start = starts[at] ?? 0;
		found.push({ start, end: endOf(text, starts, at + needle.length, start) });
	}
	return found;
}

/** The end in the source of a match that ends before folded unit `unit`, its combining marks included. */
function endOf(
	text: string,
	starts: Uint32Array,
	from: number,
	start: number,
): number {
	let unit = from;
	let next = starts[unit] ?? text.length;
	// A match that ends inside an expanded letter (the `o` of `œ`) takes the whole letter.
	if (next === (starts[unit - 1] ?? -1)) {
		while (unit < starts.length && starts[unit] === next) unit++;
		next = starts[unit] ?? text.length;
	}
	return Math.max(next, start + 1);
}

function foldCharacter(character: string): string {
	if (plain.test(character)) return character;
	if (apostrophes.test(character)) return "'";
	if (dashes.test(character)) return "-";
	const lower = character.toLowerCase().normalize("NFKD").replace(marks, "");
	let folded = "";
	for (const letter of lower) folded += letters[letter] ?? letter;
	return folded;
}
