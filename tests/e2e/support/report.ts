import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerDialogs, type Running } from './launch.ts';

/** A line of an import's report, as it is saved. */
export type ReportLine = {
  readonly file: string;
  readonly outcome: string;
  readonly reason: string;
  readonly told: string;
  readonly articleId: string | null;
};

/** Save the report that is shown, and read it. */
export async function savedReport({ app, page }: Pick<Running, 'app' | 'page'>): Promise<ReportLine[]> {
  const path = join(mkdtempSync(join(tmpdir(), 'liptako-report-')), 'report.json');
  await answerDialogs(app, { save: path });
  await page.getByRole('dialog').getByRole('button', { name: 'Save as JSON…' }).click();
  await expect(page.getByText('Saved the report to')).toBeVisible();
  return JSON.parse(readFileSync(path, 'utf8'));
}
