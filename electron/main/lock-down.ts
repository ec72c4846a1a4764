import { app, type Session } from 'electron';
import { contentsLayers } from './lock-down/contents-layers.ts';
import { applyLayers, layersOn } from './lock-down/layer.ts';
import { processLayers } from './lock-down/process-layers.ts';
import { refusedSwitch } from './lock-down/refused-switch.ts';
import { sessionLayers } from './lock-down/session-layers.ts';

/** Close what must be closed before the program is ready, and every page the moment it is made. */
export function lockProcess(): void {
  const refused = app.isPackaged ? refusedSwitch(process.argv.slice(1)) : null;
  if (refused !== null) {
    process.stderr.write(`Liptako does not start with ${refused}\n`);
    app.exit(1);
  }
  for (const { apply } of layersOn(processLayers)) void apply(app);
  app.on('web-contents-created', (_event, contents) => {
    for (const { apply } of layersOn(contentsLayers)) void apply(contents);
  });
}

/** Close a session; nothing may be loaded in it before this has answered. */
export function lockSession(session: Session): Promise<void> {
  return applyLayers(sessionLayers, session);
}
