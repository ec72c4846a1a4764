import { useLingui } from '@lingui/react/macro';
import { type Brief, type TlpLabel, tlpLabels } from '#core/brief/brief.ts';
import type { BriefHead as Head } from '#core/brief/edit-brief.ts';
import { type GroupId, newId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { Select } from '#ui/Select.tsx';
import { writeHead } from './brief-deeds.ts';
import styles from './Editor.module.css';
import { HeadBox } from './HeadBox.tsx';
import { useBriefWords } from './use-brief-words.ts';

/** Title, author, cut-off and label of a brief. */
export function BriefHead({ brief, takesFocus }: { readonly brief: Brief; readonly takesFocus: boolean }) {
  const { t } = useLingui();
  const session = useSession();
  const words = useBriefWords();
  const save = (field: keyof Head) => (text: string, group: GroupId) =>
    writeHead(session, brief.id, { [field]: text }, group);
  const saveCutOff = (text: string, group: GroupId) =>
    // A year of six digits or a half-typed one is no date yet.
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d)?$/.test(text) ? save('cutOff')(text, group) : Promise.resolve(false);
  const chooseTlp = (tlp: TlpLabel) => {
    writeHead(session, brief.id, { tlp }, newId<'group'>()).catch(() => undefined);
  };
  return (
    <section className={styles.head} aria-label={t`Head of the brief`}>
      <div className={styles.title}>
        <HeadBox
          key={`${brief.id} title`}
          name={`${brief.id} title`}
          label={t`Title`}
          kept={brief.title}
          placeholder={words.untitled}
          autoFocus={takesFocus}
          save={save('title')}
        />
      </div>
      <HeadBox
        key={`${brief.id} author`}
        name={`${brief.id} author`}
        label={t`Author`}
        kept={brief.author}
        placeholder={t`Name or unit`}
        save={save('author')}
      />
      <HeadBox
        key={`${brief.id} cutOff`}
        name={`${brief.id} cutOff`}
        label={t`Information cut-off`}
        type="datetime-local"
        kept={brief.cutOff}
        save={saveCutOff}
      />
      <div className={styles.tlp}>
        <Select
          label={t`Who may see it (TLP)`}
          value={brief.tlp}
          options={tlpLabels.map((label) => ({ value: label, label }))}
          onChange={chooseTlp}
        />
        <p className={styles.hint}>{words.tlpMeanings[brief.tlp]}</p>
      </div>
    </section>
  );
}
