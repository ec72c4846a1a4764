import { useLingui } from '@lingui/react/macro';
import { Copy, ShieldAlert, ShieldCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Article, Container } from '#core/article.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { Button } from '#ui/Button.tsx';
import { copyText } from '#ui/copy-text.ts';
import { Fact } from '#ui/Fact.tsx';
import { FactList } from '#ui/FactList.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Revealed } from '#ui/Revealed.tsx';
import styles from './ArticleData.module.css';
import { DeriveDialog } from './DeriveDialog.tsx';
import { OriginalDialog } from './OriginalDialog.tsx';
import { useMediaWords } from './use-media-words.ts';
import { useStepWords } from './use-step-words.ts';
import { type Verdict, verifyArticle } from './verify-article.ts';

type ProvenanceProps = {
  readonly article: Article;
  /** The import it came with, as lines of the list. */
  readonly batch: ReactNode;
};

/** The file as it came, what was done to get its text, and the proof of both. */
export function Provenance({ article, batch }: ProvenanceProps) {
  const { t, i18n } = useLingui();
  const stepWords = useStepWords();
  const mediaWords = useMediaWords();
  const [verdict, setVerdict] = useState<Verdict | 'running' | null>(null);
  const [dialog, setDialog] = useState<'derive' | 'original' | null>(null);
  const verify = () => {
    setVerdict('running');
    void verifyArticle(article, desktop()).then(setVerdict);
  };
  const facts: [string, string][] = [
    [t`File`, article.originalPath ?? article.originalName],
    [t`Kind`, mediaWords(article.mediaType)],
    [t`Size`, t`${i18n.number(article.originalSizeBytes)} bytes`],
    [t`Encoding`, article.encoding],
    [t`Text`, t`${i18n.number(article.textLength)} characters`],
  ];
  const hashes: [string, string][] = [
    [t`SHA-256 of the file`, article.originalSha256],
    [t`SHA-256 of the text`, article.textSha256],
  ];
  return (
    <section>
      <h3 className={styles.heading}>{t`Provenance`}</h3>
      <FactList>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={<Revealed line={value} />} />
        ))}
        {article.container && <ContainerFacts container={article.container} />}
        {batch}
        {hashes.map(([name, value]) => (
          <Fact key={name} name={name} value={<Hash name={name} value={value} />} />
        ))}
        {article.steps.map((step, index) => (
          <Fact
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of an import never change places.
            key={index}
            name={index === 0 ? t`What import did` : ''}
            value={stepWords(step)}
          />
        ))}
      </FactList>
      <div className={styles.verdict}>
        <Button size="small" onPress={verify} isDisabled={verdict === 'running'}>
          {t`Verify both`}
        </Button>
        <Button size="small" onPress={() => setDialog('original')}>
          {t`File, text and differences…`}
        </Button>
        <Button size="small" onPress={() => setDialog('derive')}>
          {t`Read the text again…`}
        </Button>
        <VerdictWords verdict={verdict} />
      </div>
      {dialog === 'derive' && <DeriveDialog article={article} onClose={() => setDialog(null)} />}
      {dialog === 'original' && <OriginalDialog article={article} onClose={() => setDialog(null)} />}
    </section>
  );
}

/** The file it lay in, and where in that. */
function ContainerFacts({ container }: { readonly container: Container }) {
  const { t, i18n } = useLingui();
  const { name, path, sizeBytes, sha256 } = container;
  return (
    <>
      <Fact name={t`Lay in`} value={<Revealed line={name} />} />
      <Fact name={t`There under`} value={<Revealed line={path} />} />
      <Fact name={t`Size of that`} value={t`${i18n.number(sizeBytes)} bytes`} />
      <Fact name={t`SHA-256 of that`} value={<Hash name={t`SHA-256 of that`} value={sha256} />} />
    </>
  );
}

function Hash({ name, value }: { readonly name: string; readonly value: string }) {
  const { t } = useLingui();
  return (
    <span className={styles.hash}>
      <span>{value}</span>
      <IconButton
        label={t`Copy: ${name}`}
        icon={Copy}
        size="small"
        onPress={() => copyText(value) && notify({ kind: 'good', text: t`Copied: ${name}` })}
      />
    </span>
  );
}

function VerdictWords({ verdict }: { readonly verdict: Verdict | 'running' | null }) {
  const { t } = useLingui();
  if (verdict === null) return null;
  if (verdict === 'running') return <span role="status">{t`Reading…`}</span>;
  const isSound = verdict.original && verdict.text;
  const Icon = isSound ? ShieldCheck : ShieldAlert;
  const words = isSound
    ? t`Both are what was imported.`
    : verdict.original
      ? t`The text on the disk is missing or damaged; the file is sound.`
      : t`The kept file is missing or damaged.`;
  return (
    <span className={isSound ? styles.sound : styles.damaged} role="status">
      <Icon size={15} aria-hidden="true" /> {words}
    </span>
  );
}
