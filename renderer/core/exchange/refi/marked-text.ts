/**
 * A description with lines after it that begin with a mark in brackets (`[Include] …`): what REFI-QDA has no place
 * for, written where any program shows it. A line of the text itself that reads like a mark gets a backslash.
 */
export type MarkedText = {
  readonly text: string;
  /** In the order of the lines; a value may go on over several lines. */
  readonly values: ReadonlyMap<string, string>;
};

/** Write a text and its values; those that are `null` are left out. */
export function writeMarkedText(text: string, values: Readonly<Record<string, string | null>>): string {
  const marks = Object.keys(values);
  const lines = Object.entries(values).flatMap(([mark, value]) =>
    value === null
      ? []
      : [`[${mark}]${value === '' ? '' : ` ${afterFirst(value, (rest) => guard(rest, marks))}`}`],
  );
  const guarded = guard(text, marks);
  return lines.length === 0 ? guarded : `${guarded}${guarded === '' ? '' : '\n\n'}${lines.join('\n')}`;
}

/** Read what `writeMarkedText` wrote with the same `marks`; a text of another program has no values. */
export function readMarkedText(written: string, marks: readonly string[]): MarkedText {
  const names = marks.join('|');
  const start = new RegExp(`^\\[(?:${names})\\]`, 'm').exec(written)?.index;
  if (start === undefined) return { text: unguard(written, marks), values: new Map() };
  const values = new Map<string, string>();
  const blocks = written.slice(start).split(new RegExp(`\\n(?=\\[(?:${names})\\])`));
  for (const block of blocks) {
    const head = new RegExp(`^\\[(${names})\\] ?`).exec(block);
    if (head?.[1] === undefined || values.has(head[1])) continue;
    values.set(
      head[1],
      afterFirst(block.slice(head[0].length), (rest) => unguard(rest, marks)),
    );
  }
  return { text: unguard(written.slice(0, start).replace(/\n{1,2}$/, ''), marks), values };
}

function guard(text: string, marks: readonly string[]): string {
  return text.replace(new RegExp(`^(?=\\\\*\\[(?:${marks.join('|')})\\])`, 'gm'), '\\');
}

function unguard(text: string, marks: readonly string[]): string {
  return text.replace(new RegExp(`^\\\\(?=\\\\*\\[(?:${marks.join('|')})\\])`, 'gm'), '');
}

/** Only what is after the first line changes: that one stands behind its mark, where it can't be taken for another. */
function afterFirst(value: string, change: (rest: string) => string): string {
  const end = value.search(/[\n\r\u2028\u2029]/) + 1;
  return end === 0 ? value : value.slice(0, end) + change(value.slice(end));
}
