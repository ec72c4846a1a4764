import { useLingui } from '@lingui/react/macro';
import { OctagonAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

type ErrorBoundaryProps = {
  readonly children: ReactNode;
  readonly onError: (error: unknown) => void;
  /** Left out: what failed is drawn anew. */
  readonly onRetry?: () => void;
};

type Failure = { readonly error: unknown };

/** Keeps a failure of what it holds to itself: the rest of the screen stays usable, and drawing can be tried again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failure: Failure | null }> {
  override state = { failure: null as Failure | null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    const drawAnew = () => this.setState({ failure: null });
    return <Failed error={failure.error} onRetry={this.props.onRetry ?? drawAnew} />;
  }
}

function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useLingui();
  const message = error instanceof Error ? error.message : String(error);
  return (
    <div role="alert">
      <EmptyState
        icon={OctagonAlert}
        title={t`This part of the window failed`}
        action={<Button onPress={onRetry}>{t`Try again`}</Button>}
      >
        {t`What was saved is safe. ${message}`}
      </EmptyState>
    </div>
  );
}
