import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { channelOf, type RequestName, type Requests, requestNames } from '#shared/ipc.ts';
import { isLayerOn } from './lock-down/layer.ts';
import { devServer, isOwnUrl, parseUrl, WORKBENCH_HOST } from './own-pages.ts';
import { type Argument, parseArgument } from './parse-arguments.ts';

type Answer<Name extends RequestName> = ReturnType<Requests[Name]>;

/** One function for every request of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (argument: Argument<Name>) => Answer<Name> | Promise<Answer<Name>>;
};

/** Answer the requests of one page, `window`'s own, and of nobody else; a refused request rejects. */
export function answerRequests(window: WebContents, handlers: Handlers): void {
  for (const name of requestNames) answerRequest(window, name, handlers);
}

function answerRequest<Name extends RequestName>(window: WebContents, name: Name, handlers: Handlers): void {
  ipcMain.handle(channelOf(name), (event, ...sent: unknown[]) => {
    if (isLayerOn('sender') && !isOwnSender(event, window)) throw new Error(`${name}: refused`);
    if (sent.length > 1) throw new Error(`${name}: one argument at most`);
    return handlers[name](parseArgument[name](sent[0]));
  });
}

/** The main frame of our own page: not a frame inside it, not another window, not what it may have become. */
function isOwnSender({ sender, senderFrame }: IpcMainInvokeEvent, window: WebContents): boolean {
  if (sender !== window || senderFrame === null || senderFrame.parent !== null) return false;
  const server = devServer();
  if (server !== null) return parseUrl(senderFrame.url)?.origin === server.origin;
  return isOwnUrl(senderFrame.url, WORKBENCH_HOST);
}
