import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { channelOf, type EventName, eventNames, type RequestName, requestNames } from '#shared/ipc.ts';

// `window.desktop`: one function per request of the contract and one to hear events, and no way to any other channel.

function ask(name: RequestName) {
  return (argument: unknown) => ipcRenderer.invoke(channelOf(name), argument);
}

function on(name: EventName, listener: (value: unknown) => void): () => void {
  if (!eventNames.includes(name)) throw new Error('There is no such event');
  const hear = (_event: IpcRendererEvent, value: unknown) => listener(value);
  ipcRenderer.on(channelOf(name), hear);
  return () => {
    ipcRenderer.off(channelOf(name), hear);
  };
}

const requests = Object.fromEntries(requestNames.map((name) => [name, ask(name)]));
contextBridge.exposeInMainWorld('desktop', Object.freeze({ ...requests, on }));
