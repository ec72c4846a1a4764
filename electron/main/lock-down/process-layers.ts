import type { App } from 'electron';
import { devServer } from '#main/own-pages.ts';
import type { Layer } from './layer.ts';

/** What has to be said before the program is ready. */
export const processLayers: readonly Layer<App>[] = [
  { name: 'sandbox', apply: sandboxEveryPage },
  { name: 'host-rules', apply: resolveNoHost },
  { name: 'background-services', apply: stopBackgroundServices },
];

/**
 * Every page of every window, whatever its own preferences say. Root on Linux can only run with `--no-sandbox`, which
 * this would take away again, leaving a program without child processes: then the preferences of our windows, which
 * all ask for it, have to do.
 */
function sandboxEveryPage(app: App): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

function resolveNoHost(app: App): void {
  const exception = devServer() ? ', EXCLUDE localhost' : '';
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exception}`);
}

/** Chromium's own errands: component updates, field trials, network time, hints, translation, casting. */
function stopBackgroundServices({ commandLine }: App): void {
  for (const name of [
    'disable-background-networking',
    'disable-breakpad',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name);
  }
  const features = [
    commandLine.getSwitchValue('disable-features'),
    'AutofillServerCommunication',
    'CertificateTransparencyComponentUpdater',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'Translate',
  ];
  commandLine.appendSwitch('disable-features', features.filter(Boolean).join(','));
}
