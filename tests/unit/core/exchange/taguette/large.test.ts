import initSqlJs from 'sql.js/dist/sql-asm.js';
import { expect, it } from 'vitest';
import { readTaguetteDatabase } from '#core/exchange/taguette/read-taguette-database.ts';

it('reads a database larger than the memory it starts with', async () => {
  const { Database } = await initSqlJs();
  const db = new Database();
  db.run(`CREATE TABLE projects (id INTEGER PRIMARY KEY, name, description, created);
    CREATE TABLE documents (id INTEGER PRIMARY KEY, name, description, created, project_id, contents);
    CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id, start_offset, end_offset, snippet);
    CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id, path, description);
    CREATE TABLE highlight_tags (highlight_id, tag_id);
    INSERT INTO projects VALUES (1, 'p', '', '2026-01-01 00:00:00');`);
  const contents = `<p>${'été à Ménaka '.repeat(5_000)}</p>`;
  for (let index = 0; index < 400; index++)
    db.run("INSERT INTO documents VALUES (?, ?, '', '2026-01-01 00:00:00', 1, ?)", [
      index,
      `d${index}`,
      contents,
    ]);
  const bytes = db.export();
  db.close();
  const answer = await readTaguetteDatabase(bytes);

  expect(bytes.length).toBeGreaterThan(30_000_000);
  expect(answer.ok && answer.project.articles.length).toBe(400);
});
