/** As much of better-sqlite3 as is used here; the package brings no types. */
declare module 'better-sqlite3' {
  type Statement = {
    run(...values: readonly (string | number)[]): void;
    pluck(): Statement;
    all(...values: readonly (string | number)[]): unknown[];
    get(...values: readonly (string | number)[]): unknown;
  };
  export default class Database {
    constructor(file: string);
    exec(sql: string): void;
    pragma(text: string): unknown;
    prepare(sql: string): Statement;
    close(): void;
  }
}
