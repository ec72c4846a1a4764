import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Records } from '#core/exchange/bundle.ts';
import type { CodingProject } from '#core/exchange/coding-project.ts';
import { planProjectImport } from '#core/exchange/plan-project-import.ts';
import { readQdpx } from '#core/exchange/refi/read-qdpx.ts';
import { writeQdpx } from '#core/exchange/refi/write-qdpx.ts';
import { toCodingProject } from '#core/exchange/to-coding-project.ts';
import { newId } from '#core/ids.ts';
import { makeArticle, sha256 } from '#tests/unit/core/brief/sample-case.ts';
import { noRecords } from '#tests/unit/core/exchange/sample-workspace.ts';
import { anyProject } from './any-project.ts';
import { guid, projectXml, zipOf } from './make-qdpx.ts';

function hashed(project: CodingProject): CodingProject {
  return {
    ...project,
    articles: project.articles.map((article) => ({
      ...article,
      textSha256: article.text === null ? null : sha256(new TextEncoder().encode(article.text)),
    })),
  };
}

function plan(project: CodingProject, ours: Records, now: string) {
  const homes = new Map(
    project.articles.map(({ id, title, text }) => {
      const article = makeArticle(id, {
        name: title,
        text: text ?? '',
        title: { value: title, basis: 'analyst', evidence: null, reason: 'analyst' },
        publisher: null,
        date: null,
      });
      return [id, { article, text, isNew: !ours.articles.some((one) => one.id === id) }] as const;
    }),
  );
  return planProjectImport({ project, ours, homes, take: 'file', now, newId });
}

/** The records once the changes are made to none. */
function made(project: CodingProject): Records {
  const { changes } = plan(project, noRecords, '2026-11-21T10:00:00.000Z');
  const tables = Object.fromEntries(Object.keys(noRecords).map((table) => [table, [] as unknown[]]));
  for (const { table, after } of changes) tables[table]?.push(after);
  return tables as unknown as Records;
}

function read(bytes: Uint8Array): CodingProject {
  const answer = readQdpx(bytes);
  if (!answer.ok) throw new Error(answer.code);
  return hashed(answer.project);
}

describe('a workspace that goes out as REFI-QDA', () => {
  it('comes back without a change', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const records = made(hashed(project));
        const texts = new Map(project.articles.map(({ id, text }) => [id, text ?? '']));
        const scope = { name: 'W', articleIds: new Set(project.articles.map(({ id }) => id)) };
        const out = writeQdpx(toCodingProject(records, texts, scope));
        expect(out.losses).toEqual([]);
        const back = plan(read(out.bytes), records, '2027-01-01T00:00:00.000Z');
        expect(back.changes).toEqual([]);
        expect(back.losses).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a project that tells no dates', () => {
  it('changes nothing when it comes in again later', () => {
    const note = `<Notes><Note guid="${guid(1)}" name="N"><PlainTextContent>Thought</PlainTextContent></Note></Notes>`;
    const selection = `<PlainTextSelection guid="${guid(3)}" name="convoi" startPosition="3" endPosition="9"/>`;
    const source = `<Sources><TextSource guid="${guid(2)}" name="T"><PlainTextContent>Un convoi</PlainTextContent>${selection}</TextSource></Sources>`;
    const project = read(zipOf({ 'project.qde': projectXml(source + note) }));
    const records = made(project);
    expect([records.memos.length, records.highlights.length]).toEqual([1, 1]);
    expect(plan(project, records, '2027-01-01T00:00:00.000Z').changes).toEqual([]);
  });
});
