/**
 * The same function, which remembers its last answer: asked with the very same arguments it is not worked out again,
 * not even when the screen was left meanwhile.
 */
export function rememberLast<Args extends readonly unknown[], Answer>(
  work: (...args: Args) => Answer,
): (...args: Args) => Answer {
  let last: { readonly args: Args; readonly answer: Answer } | null = null;
  return (...args) => {
    const known = last;
    if (known?.args.every((arg, index) => Object.is(arg, args[index]))) return known.answer;
    const answer = work(...args);
    last = { args, answer };
    return answer;
  };
}
