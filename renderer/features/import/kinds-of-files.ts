/** The endings of file names with how often each is there, the most frequent first; empty for names without one. */
export function kindsOf(paths: readonly string[]): { readonly kind: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const kind = /[^/](\.[^./\s]{1,8})$/.exec(path)?.[1]?.toLowerCase() ?? '';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Array.from(counts, ([kind, count]) => ({ kind, count })).sort(
    (a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1),
  );
}
