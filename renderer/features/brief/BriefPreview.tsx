import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type {
  Citation,
  ComposedBlock,
  ComposedBrief,
  ComposedLine,
  Endnote,
  Fact,
  Run,
} from '#core/brief/composed-brief.ts';
import type { HighlightId } from '#core/ids.ts';
import styles from './BriefPreview.module.css';
import { MapFigureView } from './MapFigureView.tsx';

type OpenPassage = (id: HighlightId) => void;

type CiteProps = { readonly citation: Citation; readonly notes: NotesByNumber; readonly onOpen: OpenPassage };
type NotesByNumber = ReadonlyMap<number, Endnote>;
type Shared = Pick<CiteProps, 'notes' | 'onOpen'>;

/** The brief as it will be in every export. A citation opens its passage. */
export function BriefPreview({
  brief,
  onOpen,
}: {
  readonly brief: ComposedBrief;
  readonly onOpen: OpenPassage;
}) {
  const notes = useMemo(() => new Map(brief.notes.map((note) => [note.number, note])), [brief.notes]);
  return (
    <article className={styles.paper} lang={brief.language}>
      <div className={styles.marking}>
        <TlpMark label={brief.tlp.label} />
        <span>{brief.tlp.meaning}</span>
      </div>
      <h1 className={styles.title} dir="auto">
        {brief.title}
      </h1>
      <FactList facts={brief.facts} />
      {brief.blocks.map((block) => (
        <BlockView key={block.blockId} block={block} notes={notes} onOpen={onOpen} />
      ))}
      {brief.notes.length > 0 && (
        <section className={styles.notes}>
          <h2>{brief.notesTitle}</h2>
          <ol>
            {brief.notes.map((note) => (
              <NoteView key={note.number} note={note} onOpen={onOpen} />
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}

/** A label of the Traffic Light Protocol in the colours its makers gave it. */
export function TlpMark({ label }: { readonly label: ComposedBrief['tlp']['label'] }) {
  return (
    <strong className={styles.tlp} data-label={label}>
      {label}
    </strong>
  );
}

function BlockView({ block, ...shared }: { readonly block: ComposedBlock } & Shared) {
  switch (block.kind) {
    case 'heading':
      return (
        <h2 dir="auto">
          <Runs runs={block.runs} {...shared} />
        </h2>
      );
    case 'paragraph':
      return groupLines(block.lines).map((group, index) =>
        group.isList ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own.
          <ul key={index}>
            {group.lines.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own.
              <li key={place} dir="auto">
                <Runs runs={line.runs} {...shared} />
              </li>
            ))}
          </ul>
        ) : (
          group.lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own.
            <p key={`${index}.${place}`} dir="auto">
              <Runs runs={line.runs} {...shared} />
            </p>
          ))
        ),
      );
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          <p dir="auto" className={block.missing ? styles.missing : ''}>
            {block.passage}
          </p>
          <p className={styles.source}>
            <Cite citation={block.citation} {...shared} /> <bdi>{block.source}</bdi>
          </p>
        </blockquote>
      );
    case 'map':
      return <MapView block={block} />;
    case 'table':
      return <TableView block={block} {...shared} />;
  }
}

function Runs({ runs, ...shared }: { readonly runs: readonly Run[] } & Shared) {
  return runs.map((run, index) =>
    run.kind === 'text' ? (
      run.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity of their own.
      <Cite key={index} citation={run} {...shared} />
    ),
  );
}

function Cite({ citation, notes, onOpen }: CiteProps) {
  const { t } = useLingui();
  const { number } = citation;
  const note = notes.get(number);
  const passage = note?.passage ?? '';
  const label = note?.missing ? t`Note ${number}: missing passage` : t`Open passage ${number}`;
  return (
    <button
      type="button"
      className={`${styles.cite} ${note?.missing ? styles.missing : ''}`}
      title={passage.length > 300 ? `${passage.slice(0, 300)}…` : passage}
      aria-label={label}
      disabled={note === undefined || note.missing}
      onClick={() => note && onOpen(note.highlightId)}
    >
      [{number}]
    </button>
  );
}

function MapView({ block }: { readonly block: Extract<ComposedBlock, { kind: 'map' }> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: with large text its table is scrolled by the arrow keys.
    <figure tabIndex={0}>
      {block.figure !== null && <MapFigureView figure={block.figure} />}
      <figcaption>
        <strong>{block.label}.</strong> {block.caption} {block.scope}
      </figcaption>
      {block.places.length > 0 && (
        <table>
          <Heads columns={block.columns} />
          <tbody>
            {block.places.map((place) => (
              <tr key={`${place.name} ${place.position}`}>
                <td>
                  <bdi>{place.name}</bdi>
                </td>
                <td>{place.precision}</td>
                <td>{place.position}</td>
                <td>{place.passages}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </figure>
  );
}

function TableView({
  block,
  ...shared
}: { readonly block: Extract<ComposedBlock, { kind: 'table' }> } & Shared) {
  return (
    <figure>
      <figcaption>
        <strong>{block.label}.</strong> {block.caption}
      </figcaption>
      {block.rows.length === 0 ? (
        <p className={styles.source}>{block.empty}</p>
      ) : (
        <table>
          <Heads columns={block.columns} />
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.citation.number}>
                <td>
                  <Cite citation={row.citation} {...shared} />
                </td>
                {row.cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in columns.
                  <td key={index} dir="auto">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </figure>
  );
}

function Heads({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function NoteView({ note, onOpen }: { readonly note: Endnote; readonly onOpen: OpenPassage }) {
  const { t } = useLingui();
  const { number } = note;
  return (
    <li>
      <button
        type="button"
        className={styles.number}
        aria-label={t`Open passage ${number}`}
        disabled={note.missing}
        onClick={() => onOpen(note.highlightId)}
      >
        [{number}]
      </button>
      <div>
        {note.title !== '' && (
          <p className={styles.noteTitle} dir="auto">
            {note.title}
          </p>
        )}
        <p dir="auto" className={`${styles.passage} ${note.missing ? styles.missing : ''}`}>
          {note.missing ? note.passage : `“${note.passage}”`}
        </p>
        <FactList facts={note.facts} />
      </div>
    </li>
  );
}

function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Lines in a row that are items make one list. */
function groupLines(lines: readonly ComposedLine[]): { isList: boolean; lines: ComposedLine[] }[] {
  const groups: { isList: boolean; lines: ComposedLine[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.isList === line.bullet) last.lines.push(line);
    else groups.push({ isList: line.bullet, lines: [line] });
  }
  return groups;
}
