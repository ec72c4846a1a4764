import { useLingui } from '@lingui/react/macro';
import { Flashlight, FlashlightOff } from 'lucide-react';
import { stepBacklight, usePreferences } from '#state/preferences.ts';
import { IconButton } from '#ui/IconButton.tsx';

/** Greys in the text what is not coded, then what was not read, then nothing. */
export function BacklightSwitch() {
  const { t } = useLingui();
  const backlight = usePreferences((state) => state.backlight);
  const labels = {
    off: t`Backlight: grey what is not coded`,
    coded: t`Backlight on what is coded. Next: grey what was not read`,
    read: t`Backlight on what was read. Next: off`,
  };
  return (
    <IconButton
      size="small"
      icon={backlight === 'off' ? FlashlightOff : Flashlight}
      label={labels[backlight]}
      isOn={backlight !== 'off'}
      onPress={stepBacklight}
    />
  );
}
