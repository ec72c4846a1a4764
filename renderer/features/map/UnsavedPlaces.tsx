import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/Button.tsx';
import styles from './Places.module.css';
import { type PlaceForm, reopenPlace, usePlaceDesk } from './place-desk.ts';

/** Places of which something was typed and neither saved nor discarded: their windows open again. */
export function UnsavedPlaces() {
  const { t } = useLingui();
  const aside = usePlaceDesk((desk) => desk.aside);
  if (aside.length === 0) return null;
  return (
    <section className={styles.banner} aria-label={t`Not saved`}>
      <p>{t`Typed, and not saved yet:`}</p>
      <div className={styles.actions}>
        {aside.map((form) => (
          <Unsaved key={form.key} form={form} />
        ))}
      </div>
    </section>
  );
}

function Unsaved({ form }: { readonly form: PlaceForm }) {
  const { t } = useLingui();
  const name = form.draft.name.trim() || t`New place`;
  return (
    <Button size="small" aria-label={t`Go on typing about ${name}`} onPress={() => reopenPlace(form)}>
      {name}
    </Button>
  );
}
