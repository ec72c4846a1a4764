/** Wait for `work` no longer than `limitMs`; rejects, naming `what`, when it takes longer. The work itself goes on. */
export function within<Result>(limitMs: number, what: string, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what} took longer than ${limitMs} ms`)), limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
