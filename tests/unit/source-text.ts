/**
 * TypeScript source with its comments turned into spaces, so that places and lines stay.
 *
 * Knows strings, templates (with code in them) and regular expressions as far as telling them from comments needs.
 */
export function blankComments(source: string): string {
  return rewrite(source, (part) => (part.kind === 'comment' ? blank(part.text) : part.text));
}

/** TypeScript source with what stands in quotes turned into spaces; code inside templates stays. */
export function blankStrings(source: string): string {
  return rewrite(source, (part) => (part.kind === 'string' ? blank(part.text) : part.text));
}

type Part = { readonly kind: 'code' | 'comment' | 'string' | 'regex'; readonly text: string };

function rewrite(source: string, write: (part: Part) => string): string {
  return splitParts(source).map(write).join('');
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** Forms that start at a place in the source; a string never runs past its line, so an apostrophe in JSX ends there. */
const starts: readonly { readonly kind: Part['kind']; readonly form: RegExp }[] = [
  { kind: 'comment', form: /\/\/[^\n]*/y },
  { kind: 'comment', form: /\/\*[\s\S]*?(?:\*\/|$)/y },
  { kind: 'string', form: /'(?:[^'\\\n]|\\[\s\S])*'/y },
  { kind: 'string', form: /"(?:[^"\\\n]|\\[\s\S])*"/y },
];
const regex = /\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** A slash after one of these begins a regular expression, after anything else it divides. */
const beforeRegex = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of))\s*$/;

function splitParts(source: string): Part[] {
  const parts: Part[] = [];
  // For each template that is open: how many braces are open in the code inside it.
  const templates: number[] = [];
  let at = 0;
  const take = (kind: Part['kind'], end: number) => {
    parts.push({ kind, text: source.slice(at, end) });
    at = end;
  };
  while (at < source.length) {
    const found = starts.map(({ kind, form }) => ({ kind, end: matchAt(form, source, at) }));
    const start = found.find(({ end }) => end !== null);
    const depth = templates.at(-1);
    if (start !== undefined && start.end !== null) take(start.kind, start.end);
    else if (source[at] === '/' && beforeRegex.test(source.slice(Math.max(0, at - 12), at)))
      take('regex', matchAt(regex, source, at) ?? at + 1);
    else if (source[at] === '`') takeTemplate();
    else if (source[at] === '}' && depth === 0) {
      templates.pop();
      takeTemplate();
    } else {
      if (depth !== undefined && source[at] === '{') templates[templates.length - 1] = depth + 1;
      if (depth !== undefined && source[at] === '}') templates[templates.length - 1] = depth - 1;
      take('code', at + 1);
    }
  }
  return parts;

  /** From a backtick, or the brace that ends code in a template, to the closing backtick or the next code. */
  function takeTemplate(): void {
    const end = matchAt(/[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/y, source, at) ?? at + 1;
    if (source.slice(at, end).endsWith('${')) templates.push(0);
    take('string', end);
  }
}

function matchAt(form: RegExp, source: string, at: number): number | null {
  form.lastIndex = at;
  return form.test(source) ? form.lastIndex : null;
}
