/** What a function in a worker is told of the call it answers. */
export type Job<Progress = never> = {
  /** Aborted when the caller no longer wants the answer; long work looks at it between steps. */
  readonly signal: AbortSignal;
  /** Tell the caller how far it is. */
  report(progress: Progress): void;
};

/** The functions a worker offers: one plain argument, one plain answer or a promise of it. */
export type Api = Readonly<Record<string, (argument: never, job: Job<never>) => unknown>>;

type Argument<Answers> = Answers extends (argument: infer Given, ...rest: never[]) => unknown ? Given : never;
type Answer<Answers> = Answers extends (...given: never[]) => infer Given ? Awaited<Given> : never;
type ProgressOf<Answers> = Answers extends (argument: never, job: Job<infer Given>) => unknown
  ? Given
  : never;

export type CallOptions<Progress> = {
  /** Buffers that go over instead of being copied. */
  readonly transfer?: Transferable[];
  /** Aborting it rejects the call at once with its reason and tells the worker. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
};

/** The window's end of a worker. */
export type Client<Offered extends Api> = {
  call<Name extends keyof Offered & string>(
    name: Name,
    argument: Argument<Offered[Name]>,
    options?: CallOptions<ProgressOf<Offered[Name]>>,
  ): Promise<Answer<Offered[Name]>>;
  /** End the worker. Every call still open, and every later one, is rejected. */
  close(): void;
};

/** A worker, a worker's own scope, or a message port. */
export type Endpoint = {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  /** A port waits for it; workers have none. */
  start?(): void;
  terminate?(): void;
  close?(): void;
};

type CarriedError = { readonly name: string; readonly message: string; readonly stack: string };

type ToWorker =
  | { readonly kind: 'call'; readonly job: number; readonly name: string; readonly argument: unknown }
  | { readonly kind: 'cancel'; readonly job: number };

type ToCaller =
  | { readonly kind: 'progress'; readonly job: number; readonly progress: unknown }
  | { readonly kind: 'answer'; readonly job: number; readonly answer: unknown }
  | { readonly kind: 'error'; readonly job: number; readonly error: CarriedError };

const handedOver = new WeakMap<object, Transferable[]>();

/** Mark `answer` so that `transfer` moves to the caller instead of being copied. */
export function transferring<Value extends object>(answer: Value, transfer: Transferable[]): Value {
  handedOver.set(answer, transfer);
  return answer;
}

/** Answer calls to `api` on `scope`: a worker's entry is this one line. */
export function serve<Offered extends Api>(scope: Endpoint, api: Offered): void {
  const jobs = new Map<number, AbortController>();

  async function answer(message: Extract<ToWorker, { kind: 'call' }>): Promise<void> {
    const { job, name } = message;
    const controller = new AbortController();
    jobs.set(job, controller);
    try {
      const asked = Object.hasOwn(api, name) ? api[name] : undefined;
      if (!asked) throw new Error(`The worker has no "${name}"`);
      const report = (progress: never) =>
        scope.postMessage({ kind: 'progress', job, progress } satisfies ToCaller, []);
      const value = await asked(message.argument as never, { signal: controller.signal, report });
      const transfer = typeof value === 'object' && value !== null ? (handedOver.get(value) ?? []) : [];
      scope.postMessage({ kind: 'answer', job, answer: value } satisfies ToCaller, transfer);
    } catch (error) {
      scope.postMessage({ kind: 'error', job, error: carry(error) } satisfies ToCaller, []);
    } finally {
      jobs.delete(job);
    }
  }

  scope.addEventListener('message', (event) => {
    const message: ToWorker = (event as MessageEvent).data;
    if (message.kind === 'call') void answer(message);
    else jobs.get(message.job)?.abort();
  });
  scope.start?.();
}

type Waiting = {
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
  readonly onProgress: ((progress: never) => void) | undefined;
};

/** Call what `worker` serves, typed from its `typeof api`. A worker that dies rejects all that waits on it. */
export function createClient<Offered extends Api>(worker: Endpoint): Client<Offered> {
  const waiting = new Map<number, Waiting>();
  let lastJob = 0;
  let closed: Error | null = null;

  function end(reason: Error): void {
    closed ??= reason;
    worker.terminate?.();
    worker.close?.();
    for (const call of waiting.values()) call.reject(closed);
    waiting.clear();
  }

  worker.addEventListener('message', (event) => settle(waiting, (event as MessageEvent).data));
  worker.addEventListener('error', (event) =>
    end(new Error(`The worker failed: ${(event as ErrorEvent).message ?? 'unknown reason'}`)),
  );
  worker.addEventListener('messageerror', () => end(new Error('A message from the worker was unreadable')));
  worker.start?.();

  function send(name: string, argument: unknown, options: CallOptions<never>): Promise<unknown> {
    const { signal, transfer = [], onProgress } = options;
    if (closed) return Promise.reject(closed);
    if (signal?.aborted) return Promise.reject(signal.reason);
    lastJob += 1;
    const job = lastJob;
    const answered = new Promise((resolve, reject) => {
      worker.postMessage({ kind: 'call', job, name, argument } satisfies ToWorker, transfer);
      waiting.set(job, { resolve, reject, onProgress });
    });
    if (!signal) return answered;
    const cancel = () => {
      waiting.get(job)?.reject(signal.reason);
      waiting.delete(job);
      worker.postMessage({ kind: 'cancel', job } satisfies ToWorker, []);
    };
    signal.addEventListener('abort', cancel, { once: true });
    return answered.finally(() => signal.removeEventListener('abort', cancel));
  }

  return {
    // The one cast of this file: the message has no types, `Offered` on both ends is what vouches for them.
    call: (name, argument, options = {}) => send(name, argument, options as CallOptions<never>) as never,
    close: () => end(new Error('The worker was closed')),
  };
}

/** Hand a message to the call it belongs to; one that was cancelled meanwhile is dropped. */
function settle(waiting: Map<number, Waiting>, message: ToCaller): void {
  const call = waiting.get(message.job);
  if (!call) return;
  if (message.kind === 'progress') {
    call.onProgress?.(message.progress as never);
    return;
  }
  waiting.delete(message.job);
  if (message.kind === 'answer') call.resolve(message.answer);
  else call.reject(Object.assign(new Error(message.error.message), message.error));
}

function carry(error: unknown): CarriedError {
  if (error instanceof Error) return { name: error.name, message: error.message, stack: error.stack ?? '' };
  return { name: 'Error', message: String(error), stack: '' };
}
