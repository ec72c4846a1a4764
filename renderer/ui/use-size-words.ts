import { useLingui } from '@lingui/react/macro';

/** Words a number of bytes, in the unit that suits it. */
export function useSizeWords(): (bytes: number) => string {
  const { t, i18n } = useLingui();
  return (bytes) => {
    const number = (value: number) => i18n.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
    if (bytes < 1_000) return t`${number(bytes)} bytes`;
    if (bytes < 1_000_000) return t`${number(bytes / 1_000)} kB`;
    if (bytes < 1_000_000_000) return t`${number(bytes / 1_000_000)} MB`;
    return t`${number(bytes / 1_000_000_000)} GB`;
  };
}
