import { useLingui } from '@lingui/react/macro';

/** Says by what a suggested date was told; a reason has one part, or one for each end of a range. */
export function useInferenceWords(): (reason: string) => string {
  const { t } = useLingui();
  const words: Record<string, string> = {
    address: t`by the date in its address`,
    'file-name': t`by the date in the name of its file`,
    text: t`not before the latest date its text looks back on`,
    archived: t`not after it was put into the web archive`,
    modified: t`not after the page was last changed`,
    stamp: t`not after the stamp that the site printed`,
    sent: t`not after the mail was sent`,
  };
  return (reason) =>
    reason
      .split('-and-')
      .map((part) => words[part] ?? t`inferred by the program`)
      .join('; ');
}
