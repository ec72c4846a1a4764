import { afterEach, describe, expect, it } from 'vitest';
import { type Client, createClient, type Endpoint, type Job, serve, transferring } from '#workers/rpc.ts';

const api = {
  double: (value: number) => value * 2,
  later: async (value: string) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return `${value}!`;
  },
  fail: (message: string): never => {
    throw new RangeError(message);
  },
  unclonable: () => () => 1,
  count: async (to: number, job: Job<{ done: number }>) => {
    for (let done = 1; done <= to; done++) job.report({ done });
    return to;
  },
  untilCancelled: (_: null, job: Job) =>
    new Promise<string>((resolve) => {
      seen.started += 1;
      job.signal.addEventListener('abort', () => {
        seen.cancelled += 1;
        resolve('too late');
      });
    }),
  size: (bytes: Uint8Array) => bytes.byteLength,
  fill: (length: number) => {
    const bytes = new Uint8Array(length).fill(7);
    return transferring(bytes, [bytes.buffer]);
  },
};
const seen = { started: 0, cancelled: 0 };

const ports: MessagePort[] = [];

function connect(): Client<typeof api> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serve(port2, api);
  return createClient<typeof api>(port1);
}

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('rpc', () => {
  it('carries answers, also of promises and out of order', async () => {
    const client = connect();
    const slow = client.call('later', 'a');
    expect(await client.call('double', 21)).toBe(42);
    expect(await slow).toBe('a!');
  });

  it('carries errors with their name and message', async () => {
    await expect(connect().call('fail', 'out of reach')).rejects.toMatchObject({
      name: 'RangeError',
      message: 'out of reach',
    });
  });

  it('rejects an answer that cannot be sent instead of hanging', async () => {
    await expect(connect().call('unclonable', null as never)).rejects.toMatchObject({
      name: 'DataCloneError',
    });
  });

  it.each(['nothing', 'toString', '__proto__', 'constructor'])(
    'rejects the unknown name %s',
    async (name) => {
      await expect(connect().call(name as 'double', 1)).rejects.toThrow(`no "${name}"`);
    },
  );

  it('reports progress in order before the answer', async () => {
    const done: number[] = [];
    await connect().call('count', 4, { onProgress: (progress) => done.push(progress.done) });
    expect(done).toEqual([1, 2, 3, 4]);
  });

  it('rejects at once when cancelled, tells the worker and drops its late answer', async () => {
    const client = connect();
    const controller = new AbortController();
    const before = { ...seen };
    const call = client.call('untilCancelled', null, { signal: controller.signal });
    await until(() => seen.started > before.started);
    controller.abort(new Error('not wanted'));
    await expect(call).rejects.toThrow('not wanted');
    await until(() => seen.cancelled > before.cancelled);
    expect(await client.call('double', 2)).toBe(4);
  });

  it('does not send a call whose signal is aborted already', async () => {
    const before = seen.started;
    const call = connect().call('untilCancelled', null, { signal: AbortSignal.abort(new Error('early')) });
    await expect(call).rejects.toThrow('early');
    expect(seen.started).toBe(before);
  });

  it('moves buffers both ways', async () => {
    const client = connect();
    const bytes = new Uint8Array(64);
    expect(await client.call('size', bytes, { transfer: [bytes.buffer] })).toBe(64);
    expect(bytes.byteLength).toBe(0);
    const filled = await client.call('fill', 16);
    expect(filled).toEqual(new Uint8Array(16).fill(7));
  });

  it('rejects everything open, and everything later, once closed', async () => {
    const client = connect();
    const open = [client.call('untilCancelled', null), client.call('untilCancelled', null)];
    const outcomes = Promise.allSettled(open);
    client.close();
    expect((await outcomes).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    await expect(client.call('double', 1)).rejects.toThrow('closed');
  });

  it('rejects everything open when the worker dies', async () => {
    const listeners = new Map<string, (event: Event) => void>();
    const dead: Endpoint = {
      postMessage: () => {},
      addEventListener: (type, listener) => void listeners.set(type, listener),
    };
    const call = createClient<typeof api>(dead).call('double', 1);
    listeners.get('error')?.({ message: 'out of memory' } as ErrorEvent);
    await expect(call).rejects.toThrow('out of memory');
  });
});
