import { useEffect, useState } from 'react';
import type { OpenAnswer } from '#shared/ipc.ts';
import { SessionContext } from '#state/session.ts';
import type { Progress } from '#storage/open-working-copy.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { App } from './App.tsx';
import { OpeningScreen } from './OpeningScreen.tsx';
import { type Opening, openLastWorkspace, openSession } from './open-session.ts';
import { ProblemScreen } from './ProblemScreen.tsx';
import { noteStorageFailure } from './report-failure.ts';

type State =
  | { readonly name: 'opening'; readonly progress: Progress | null }
  | { readonly name: 'open'; readonly opening: Opening }
  | { readonly name: 'problem'; readonly answer: Extract<OpenAnswer, { ok: false }> }
  | { readonly name: 'failed'; readonly message: string };

// React's strict mode mounts twice in development; a workspace is opened once.
let firstAnswer: Promise<OpenAnswer> | null = null;

/** Opens the workspace and shows how far that is, what went wrong, or the workbench. */
export function Boot() {
  const [state, setState] = useState<State>({ name: 'opening', progress: null });

  const proceed = (answer: OpenAnswer | null) => {
    if (answer === null) return;
    if (!answer.ok) {
      setState({ name: 'problem', answer });
      return;
    }
    openSession(answer.opened, (progress) => setState({ name: 'opening', progress })).then(
      (opening) => setState({ name: 'open', opening }),
      (error: unknown) => setState({ name: 'failed', message: String(error) }),
    );
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: opening happens once, on the first drawing.
  useEffect(() => {
    if (firstAnswer !== null) return;
    firstAnswer = openLastWorkspace();
    firstAnswer.then(proceed, (error: unknown) => setState({ name: 'failed', message: String(error) }));
  }, []);

  switch (state.name) {
    case 'opening':
      return <OpeningScreen progress={state.progress} />;
    case 'problem':
      return <ProblemScreen problem={state.answer.problem} known={state.answer.known} onAnswer={proceed} />;
    case 'failed':
      return (
        <ProblemScreen
          problem={{ kind: 'unwritable', message: state.message }}
          known={[]}
          onAnswer={proceed}
        />
      );
    case 'open':
      return (
        <SessionContext value={state.opening.session}>
          <ErrorBoundary onError={noteStorageFailure} onRetry={() => location.reload()}>
            <App opening={state.opening} />
          </ErrorBoundary>
        </SessionContext>
      );
  }
}
