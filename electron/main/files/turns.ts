/** Run one step after another, in the order they were asked for; a step that fails does not hold up the next. */
export type Turns = <Answer>(step: () => Promise<Answer>) => Promise<Answer>;

/** A queue of steps that must not overlap. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const answer = last.then(step);
    last = answer.catch(() => undefined);
    return answer;
  };
}
