import { useLingui } from '@lingui/react/macro';
import type { BundleProblem } from '#core/exchange/read-bundle.ts';
import type { WriteProblem } from '#shared/ipc.ts';
import { useRecordWords } from '#ui/use-record-words.ts';
import { useBriefWords } from './use-brief-words.ts';

/** The words around bundles: what they hold, and why one is refused. */
export function useBundleWords() {
  const { t } = useLingui();
  const { dateTime } = useBriefWords();
  const records = useRecordWords();
  const problem = useProblemWords();
  return {
    dateTime,
    tables: records.tables,
    problem,
    writeProblem: ({ kind, message }: WriteProblem) =>
      kind === 'disk-full' ? t`The disk is full.` : t`It could not be written: ${message}`,
    added: records.counted,
  };
}

/** One clear line for each reason; `null`: the file could not be read at all. */
function useProblemWords(): (problem: BundleProblem | null) => string {
  const { t } = useLingui();
  return (problem) => {
    if (problem === null) return t`The file could not be read, or is too large to be.`;
    const { code, detail } = problem;
    const name = String(detail.name ?? '');
    const table = String(detail.table ?? '');
    const row = Number(detail.index ?? 0) + 1;
    const path = String(detail.path ?? '');
    switch (code) {
      case 'not-a-zip':
        return t`This is no bundle: it is not a zip file.`;
      case 'damaged-zip':
      case 'damaged-entry':
        return name === '' ? t`The bundle is damaged.` : t`The bundle is damaged at “${name}”.`;
      case 'encrypted':
        return t`“${name}” is encrypted; bundles never are.`;
      case 'too-many-entries':
        return t`It holds more than ${Number(detail.limit)} entries, more than a bundle can.`;
      case 'too-large':
        return t`It would unpack to more than half a gigabyte.`;
      case 'suspicious-ratio':
        return t`“${name}” would unpack to far more than its size: this may be an attack.`;
      case 'unsafe-name':
        return t`“${name}” points outside of the bundle: this may be an attack.`;
      case 'duplicate-name':
        return t`“${name}” is in it twice.`;
      case 'not-a-file':
        return t`“${name}” is a link and not a file: this may be an attack.`;
      case 'unknown-name':
        return t`“${name}” does not belong in a bundle.`;
      case 'missing-entry':
        return t`“${name}” is missing.`;
      case 'wrong-hash':
        return t`“${name}” has been changed since the bundle was written: its hash differs.`;
      case 'newer-format':
        return t`It was made by a newer Liptako (format ${Number(detail.found)}; this one reads up to ${Number(detail.known)}).`;
      case 'bad-manifest':
        return t`Its list of contents can’t be understood (${path}).`;
      case 'bad-json':
      case 'too-deep':
        return t`“${name}” can’t be understood.`;
      case 'forbidden-key':
        return t`“${name}” holds a forbidden key, ${String(detail.key)}: this may be an attack.`;
      case 'bad-record':
        return t`Record ${row} of “${table}” is not as it should be (${path}).`;
      case 'duplicate-id':
        return t`Two records of “${table}” have the same id.`;
      case 'missing-article':
        return t`A record of “${table}” belongs to an article that is not in it.`;
      case 'missing-brief':
        return t`A block belongs to a brief that is not in it.`;
      case 'wrong-text':
        return t`The text of “${name}” is not the one it says it is.`;
      case 'wrong-passage':
        return t`A passage in “${table}” does not stand where it says in its text.`;
    }
  };
}
