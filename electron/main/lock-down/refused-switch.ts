/**
 * Switches that would open the program from outside: debuggers (which work in spite of the fuses), another proxy or
 * resolver, engine flags, foreign extensions, a page without its fences.
 */
const refused = [
  /^remote-(?:debugging-.*|allow-origins)$/,
  /^(?:inspect|debug)(?:-.*)?$/,
  /^js-flags$/,
  /^proxy-.*$/,
  /^no-proxy-server$/,
  /^host-(?:resolver-)?rules$/,
  /^(?:load-extension|disable-extensions-except)$/,
  /^(?:disable-web-security|allow-file-access-from-files|unsafely-treat-insecure-origin-as-secure)$/,
  /^(?:renderer|utility|gpu)-cmd-prefix$/,
];

/** The first argument that a packaged program refuses to start with; `null` when there is none. */
export function refusedSwitch(argv: readonly string[]): string | null {
  // Chromium takes "--x", "-x" and, on Windows, "/x".
  return (
    argv.find((argument) => {
      const name = /^(?:--?|\/)([a-z0-9-]+)(?:=|$)/i.exec(argument)?.[1]?.toLowerCase();
      return name !== undefined && refused.some((pattern) => pattern.test(name));
    }) ?? null
  );
}
