import { instant } from '#core/exchange/project-ledger.ts';

/** A moment as `xsd:dateTime`; `null` when there is none that could be written so. */
export function writtenMoment(text: string | null | undefined): string | null {
  const moment = instant(text ?? null);
  return moment !== null && /^[1-9]\d{3}-/.test(moment) ? moment : null;
}
