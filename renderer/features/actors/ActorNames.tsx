import { useLingui } from '@lingui/react/macro';
import { CircleHelp, X } from 'lucide-react';
import type { ActorAlias } from '#core/actors/actor.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './Actors.module.css';
import { giveBackName, takeName } from './actor-deeds.ts';
import { languageWord, sourceWords, spanWords } from './actor-words.ts';
import type { Actors } from './use-actor-registry.ts';

type ActorNamesProps = { readonly actor: JoinedActor; readonly actors: Actors };

/** The names of an actor, when they were in use and where they are known from; and those that are not its own. */
export function ActorNames({ actor, actors }: ActorNamesProps) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const take = async (text: string) => {
    const { kind } = await takeName(session, actor, text);
    if (kind === 'done') await offerUndo(t`“${text}” is no name of ${actor.name}.`);
  };
  const others = new Map(
    actor.merged.flatMap(({ name, names }) => names.map((text) => [text, name] as const)),
  );
  const without = actor.entry?.without ?? [];
  return (
    <>
      {actor.aliases.length === 0 ? (
        <p className={styles.soft}>{t`No text is searched for it: give it a name.`}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t`Name`}</th>
              <th scope="col">{t`Language`}</th>
              <th scope="col">{t`In use`}</th>
              <th scope="col">{t`Known from`}</th>
              <th scope="col">
                <span className={styles.unseen}>{t`Take away`}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {actor.aliases.map((alias) => (
              <tr key={alias.text}>
                <td>
                  <bdi lang={alias.language === 'any' ? undefined : alias.language}>{alias.text}</bdi>
                  <Doubt alias={alias} actors={actors} />
                  <CameWith name={others.get(alias.text)} />
                </td>
                <td>{languageWord(alias.language)}</td>
                <td>{spanWords(alias.from, alias.until)}</td>
                <td className={styles.soft}>{sourceWords(alias.source, actors.sources)}</td>
                <td>
                  {!others.has(alias.text) && (
                    <IconButton
                      size="small"
                      icon={X}
                      label={t`“${alias.text}” is not its name`}
                      onPress={() => void take(alias.text)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {without.length > 0 && (
        <ul className={styles.plain} aria-label={t`Names you took away`}>
          {without.map((text) => (
            <li key={text} className={styles.line}>
              <span>
                <bdi>{t`“${text}” is not its name: your entry`}</bdi>
              </span>
              <Button size="small" onPress={() => void giveBackName(session, actor, text)}>
                {t`Give it back`}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Which of the actors that went into this one has a name. */
function CameWith({ name }: { readonly name: string | undefined }) {
  const { t } = useLingui();
  return name === undefined ? null : <span className={styles.doubt}>{t`A name of ${name}`}</span>;
}

/** What a name may mean besides, and what must stand near it. */
function Doubt({ alias, actors }: { readonly alias: ActorAlias; readonly actors: Actors }) {
  const { t } = useLingui();
  if (!alias.isOpen && alias.note === '') return null;
  const others = [
    ...alias.ambiguousWith.map((id) => actors.all.find((one) => one.id === id)?.name ?? id),
    ...alias.alsoMeans,
  ].join(', ');
  const near = alias.near.join(', ');
  const doubt = others === '' ? t`May mean something else` : t`May also mean ${others}`;
  return (
    <span className={styles.doubt}>
      {alias.isOpen && (
        <span>
          <CircleHelp size={12} aria-hidden="true" />{' '}
          {near === '' ? doubt : t`${doubt}; counts where one of these stands near: ${near}`}
        </span>
      )}
      {alias.note !== '' && <span>{alias.note}</span>}
    </span>
  );
}
