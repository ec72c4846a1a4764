import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { BenchArticle, BenchQuery } from '#tests/bench/search/article.ts';
import { answerLength, type Engine } from './engine.ts';

/** SQLite's FTS5, native: stems, no accents, beginnings of three letters kept, the articles themselves not. */
export const fts5Engine: Engine = {
  lacks: ['fuzzy'],
  begin(file) {
    rmSync(file, { force: true });
    const database = new Database(file);
    // As fast as it goes: a bench's file may be lost.
    database.pragma('journal_mode = off');
    database.pragma('synchronous = off');
    database.exec(`
      CREATE TABLE letter (letter TEXT);
      CREATE VIRTUAL TABLE articles USING fts5(
        title, text, content = '', detail = full, prefix = '3',
        tokenize = 'porter unicode61 remove_diacritics 2'
      )`);
    const insert = insertInto(database);
    return {
      add: (articles) => {
        const first = articles[0];
        if (first !== undefined && database.prepare('SELECT * FROM letter').get() === undefined)
          database.prepare('INSERT INTO letter VALUES (?)').run(first.id.charAt(0));
        database.exec('BEGIN');
        for (const article of articles) insert(article);
        database.exec('COMMIT');
      },
      finish: () => {},
      save: () => {
        database.exec("INSERT INTO articles (articles) VALUES ('optimize')");
        database.exec('VACUUM');
        database.close();
      },
    };
  },
  load(file) {
    const database = new Database(file);
    database.pragma('synchronous = off');
    const letter = String(database.prepare('SELECT letter FROM letter').pluck().get());
    const find = database
      .prepare(
        `SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY bm25(articles, 3, 1) LIMIT ${answerLength}`,
      )
      .pluck();
    return {
      search: (query) => find.all(written(query)).map((row) => `${letter}${Number(row) - 1}`),
      add: insertInto(database),
    };
  },
};

/** Articles are told apart by whole numbers: what stands behind the letter of their ids. */
function insertInto(database: Database): (article: BenchArticle) => void {
  const insert = database.prepare('INSERT INTO articles (rowid, title, text) VALUES (?, ?, ?)');
  return ({ id, title, text }) => insert.run(Number(id.slice(1)) + 1, title, text);
}

function written({ kind, words }: BenchQuery): string {
  if (kind === 'phrase') return `"${words.join(' ')}"`;
  const quoted = words.map((word) => `"${word}"`);
  if (kind === 'prefix') return `${quoted[0]} *`;
  if (kind === 'field') return `title : ${quoted[0]}`;
  return quoted.join(kind === 'or3' ? ' OR ' : ' AND ');
}
