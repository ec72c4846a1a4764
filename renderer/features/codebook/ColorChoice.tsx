import { useLingui } from '@lingui/react/macro';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type TagColor, tagColors } from '#core/codebook/tag.ts';
import { TagDot } from '#ui/TagDot.tsx';
import styles from './Dialogs.module.css';
import { useCodebookWords } from './use-codebook-words.ts';

type ColorChoiceProps<Value extends string> = {
  /** `null`: none yet. */
  readonly value: Value | null;
  readonly onChange: (value: Value | TagColor) => void;
  /** A choice beside the colours. */
  readonly extra?: { readonly value: Value; readonly label: string };
};

/** The colours of tags, each with its name. */
export function ColorChoice<Value extends string>(props: ColorChoiceProps<Value>) {
  const { value, onChange, extra } = props;
  const { t } = useLingui();
  const words = useCodebookWords();
  const choose = (key: string) => {
    const color = tagColors.find((each) => each === key);
    if (color !== undefined) onChange(color);
    else if (extra !== undefined) onChange(extra.value);
  };
  return (
    <RadioGroup className={styles.colors ?? ''} value={value} onChange={choose} orientation="horizontal">
      <Label className={styles.label ?? ''}>{t`Colour`}</Label>
      <div className={styles.swatches}>
        {tagColors.map((color) => (
          <Radio key={color} value={color} className={styles.swatch ?? ''}>
            <TagDot color={color} />
            {words.color(color)}
          </Radio>
        ))}
      </div>
      {extra !== undefined && (
        <Radio value={extra.value} className={styles.swatch ?? ''}>
          {extra.label}
        </Radio>
      )}
    </RadioGroup>
  );
}
