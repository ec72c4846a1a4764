import { useLingui } from '@lingui/react/macro';
import { preferences, type UnderlinedKind, underlinedKinds, usePreferences } from '#state/preferences.ts';
import { CheckBox } from '#ui/CheckBox.tsx';
import styles from './Mentions.module.css';

/** Which kinds of things found are underlined in the text, each shown with its line. */
export function UnderlinedKinds() {
  const { t } = useLingui();
  const shown = usePreferences((state) => state.underlined);
  const words: Record<UnderlinedKind, string> = {
    place: t`Places`,
    actor: t`Actors`,
    person: t`People`,
    date: t`Dates`,
    figure: t`Figures`,
  };
  const change = (kind: UnderlinedKind, isShown: boolean) =>
    preferences.setState({
      underlined: underlinedKinds.filter((one) => (one === kind ? isShown : shown.includes(one))),
    });
  return (
    <fieldset className={styles.kinds}>
      <legend>{t`Underline in the text`}</legend>
      {underlinedKinds.map((kind) => (
        <CheckBox key={kind} isSelected={shown.includes(kind)} onChange={(is) => change(kind, is)}>
          <span className={styles.sample} data-kind={kind}>
            {words[kind]}
          </span>
        </CheckBox>
      ))}
    </fieldset>
  );
}
