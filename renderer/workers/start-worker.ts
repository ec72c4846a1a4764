import { type Api, type Client, createClient } from './rpc.ts';

/** Chromium's Trusted Types, as far as we use them; TypeScript's own types do not have them. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
};

// The content policy lets only this policy make addresses of workers, and it makes none but our own.
const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'liptako-workers',
  {
    createScriptURL(address) {
      const { origin, href } = new URL(address, location.href);
      if (origin !== location.origin) throw new Error(`not a worker of ours: ${address}`);
      return href;
    },
  },
);

/**
 * Start a worker of ours. `address` comes from `import address from './x-worker.ts?worker&url'`, by which the build
 * knows that it has to bundle the file.
 */
export function startWorker<Offered extends Api>(address: string): Client<Offered> {
  return createClient<Offered>(new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' }));
}
