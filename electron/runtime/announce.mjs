/** Say in one line what is being done. @param {string} line */
export function announce(line) {
  process.stdout.write(`• ${line}\n`);
}

/** Something the person at the keyboard has to put right; shown without a stack. */
export class Obstacle extends Error {}

/**
 * Run `main` as a command: an obstacle is printed as its words alone, and any failure ends with a code other than 0.
 * @param {() => Promise<number | void>} main answers the exit code; nothing means 0
 */
export function runCommand(main) {
  main().then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error) => {
      process.stderr.write(
        error instanceof Obstacle ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`,
      );
      process.exitCode = 1;
    },
  );
}
