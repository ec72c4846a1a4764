import type { Targets } from './canary.ts';

type Fire = (to: Targets, name: string) => unknown;

/** What a hostile passage does by merely standing in the page: each puts one element there. */
const passive: Record<string, Fire> = {
  img: (to, name) => put('img', { src: at(to, name) }),
  'img-srcset': (to, name) => put('img', { srcset: `${at(to, name)} 1x` }),
  picture: (to, name) => {
    const picture = put('picture', {});
    picture.append(make('source', { srcset: at(to, name) }), make('img', { src: 'data:,' }));
  },
  'style-import': (to, name) => style(`@import url("${at(to, name)}");`),
  'css-background': (to, name) => styled(`background-image: url("${at(to, name)}")`),
  'css-list': (to, name) => styled(`display: list-item; list-style-image: url("${at(to, name)}")`),
  'css-border': (to, name) => styled(`border: 5px solid; border-image: url("${at(to, name)}") 1`),
  'css-mask': (to, name) => styled(`mask-image: url("${at(to, name)}")`),
  'css-content': (to, name) => styled(`content: url("${at(to, name)}")`),
  'css-image-set': (to, name) => styled(`background-image: image-set(url("${at(to, name)}") 1x)`),
  'css-shape': (to, name) => styled(`float: left; shape-outside: url("${at(to, name)}")`),
  'style-attribute': (to, name) => put('p', { style: `background: url("${at(to, name)}")` }),
  'font-face': (to, name) => {
    style(`@font-face { font-family: beacon; src: url("${at(to, name)}"); }`);
    put('p', { style: 'font-family: beacon' }).textContent = 'text';
    document.fonts.load('12px beacon').catch(() => undefined);
  },
  'svg-image': (to, name) => svg('image', { href: at(to, name), width: '9', height: '9' }),
  'svg-fe-image': (to, name) => {
    const filter = svg('filter', { id: 'beacon' });
    filter.append(makeSvg('feImage', { href: at(to, name) }));
    const box = makeSvg('rect', { width: '9', height: '9', filter: 'url(#beacon)' });
    filter.parentElement?.append(box);
  },
  video: (to, name) => put('video', { src: at(to, name), preload: 'auto' }),
  'video-poster': (to, name) => put('video', { poster: at(to, name) }),
  'video-source': (to, name) => {
    put('video', { preload: 'auto' }).append(make('source', { src: at(to, name) }));
  },
  'video-track': (to, name) => {
    const track = make('track', { src: at(to, name), default: '' }) as HTMLTrackElement;
    put('video', { crossorigin: 'anonymous' }).append(track);
    track.track.mode = 'showing';
  },
  audio: (to, name) => put('audio', { src: at(to, name), preload: 'auto' }),
  iframe: (to, name) => put('iframe', { src: at(to, name) }),
  'iframe-srcdoc': (to, name) => put('iframe', { srcdoc: `<img src="${at(to, name)}">` }),
  object: (to, name) => put('object', { data: at(to, name) }),
  embed: (to, name) => put('embed', { src: at(to, name) }),
  script: (to, name) => put('script', { src: at(to, name) }),
  'script-module': (to, name) => put('script', { src: at(to, name), type: 'module' }),
  'script-inline': (to, name) => {
    const script = make('script', {});
    script.textContent = `new Image().src = "${at(to, name)}"`;
    document.body.append(script);
  },
  'event-handler': (to, name) => {
    put('img', { src: 'data:,', onerror: `new Image().src = "${at(to, name)}"` });
  },
  'link-stylesheet': (to, name) => link('stylesheet', at(to, name), {}),
  'link-preload': (to, name) => link('preload', at(to, name), { as: 'image' }),
  'link-prefetch': (to, name) => link('prefetch', at(to, name), {}),
  'link-modulepreload': (to, name) => link('modulepreload', at(to, name), {}),
  'link-icon': (to, name) => link('icon', at(to, name), {}),
  'link-manifest': (to, name) => link('manifest', at(to, name), {}),
  preconnect: (to) => link('preconnect', to.preconnect, {}),
  'dns-prefetch': (to) => link('dns-prefetch', to.preconnect.replace('127.0.0.1', 'localhost'), {}),
  'input-image': (to, name) => put('input', { type: 'image', src: at(to, name) }),
  'table-background': (to, name) => put('table', { background: at(to, name) }),
  'body-background': (to, name) => document.body.setAttribute('background', at(to, name)),
  'base-href': (to, name) => {
    const base = make('base', { href: `${to.http}/` });
    document.head.prepend(base);
    put('img', { src: name });
    base.remove();
  },
};

/** What a script does that somehow runs in the page. */
const scripted: Record<string, Fire> = {
  fetch: (to, name) => fetch(at(to, name), { mode: 'no-cors' }),
  'fetch-keepalive': (to, name) => fetch(at(to, name), { mode: 'no-cors', keepalive: true }),
  xhr: (to, name) => {
    const request = new XMLHttpRequest();
    request.open('GET', at(to, name));
    request.send();
  },
  'send-beacon': (to, name) => navigator.sendBeacon(at(to, name), 'x'),
  'event-source': (to, name) => new EventSource(at(to, name)),
  'web-socket': (to, name) => new WebSocket(`${to.ws}/${name}`),
  'web-transport': (to) => new WebTransport(`https://127.0.0.1:${to.quicUdpPort}/`).ready,
  'dynamic-import': (to, name) => new Function('url', 'return import(url)')(at(to, name)),
  'worker-import-scripts': (to, name) => blobWorker(`importScripts("${at(to, name)}")`),
  'worker-fetch': (to, name) => blobWorker(`fetch("${at(to, name)}", { mode: "no-cors" })`),
  'css-object-model': (to, name) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.beacon { background: url("${at(to, name)}") }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    put('p', { class: 'beacon' }).textContent = 'text';
  },
  'new-image': (to, name) => {
    new Image().src = at(to, name);
  },
  'frame-location': (to, name) => {
    const frame = put('iframe', {}) as HTMLIFrameElement;
    frame.contentWindow?.location.replace(at(to, name));
  },
  'anchor-ping': (to, name) => {
    const anchor = put('a', { href: '#x', ping: at(to, name) }) as HTMLAnchorElement;
    anchor.click();
  },
  'anchor-download': (to, name) => {
    const anchor = put('a', { href: at(to, name), download: 'x' }) as HTMLAnchorElement;
    anchor.click();
  },
  'window-open': (to, name) => window.open(at(to, name)),
  'form-in-frame': (to, name) => {
    put('iframe', { name: 'sink' });
    (put('form', { action: at(to, name), method: 'post', target: 'sink' }) as HTMLFormElement).submit();
  },
  'service-worker': (to, name) => navigator.serviceWorker.register(at(to, name)),
  notification: (to, name) => new Notification('x', { icon: at(to, name) }),
  'stun-udp': (to) => connect([{ urls: `stun:127.0.0.1:${to.stunUdpPort}` }]),
  'turn-tcp': (to) =>
    connect([{ urls: `turn:127.0.0.1:${to.turnTcpPort}?transport=tcp`, username: 'u', credential: 'c' }]),
};

/** What takes the whole page away when it works. */
const leaving: Record<string, Fire> = {
  'meta-refresh': (to, name) => {
    document.head.append(make('meta', { 'http-equiv': 'refresh', content: `0; url=${at(to, name)}` }));
  },
  location: (to, name) => location.assign(at(to, name)),
  'form-submit': (to, name) => (put('form', { action: at(to, name) }) as HTMLFormElement).submit(),
  'anchor-click': (to, name) => (put('a', { href: at(to, name) }) as HTMLAnchorElement).click(),
};

export const vectorNames = Object.keys({ ...passive, ...scripted });
export const leavingNames = Object.keys(leaving);

/** A script that fires one vector; its value is what went wrong in the page itself, if anything did. */
export function scriptFor(name: string, to: Targets): string {
  const fire = passive[name] ?? scripted[name] ?? leaving[name];
  if (fire === undefined) throw new Error(`no vector ${name}`);
  const tools = [at, make, put, makeSvg, svg, style, styled, link, blobWorker, connect];
  return `(async () => {
    ${tools.map(String).join('\n')}
    const fire = ${String(fire)};
    try {
      await Promise.race([fire(${JSON.stringify(to)}, ${JSON.stringify(name)}), new Promise((go) => setTimeout(go, 300))]);
      return '';
    } catch (error) { return String(error); }
  })()`;
}

function at(to: Targets, name: string): string {
  return `${to.http}/${name}`;
}

function make(tag: string, attributes: Record<string, string>): HTMLElement {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function put(tag: string, attributes: Record<string, string>): HTMLElement {
  const element = make(tag, attributes);
  document.body.append(element);
  return element;
}

function makeSvg(tag: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element as SVGElement;
}

function svg(tag: string, attributes: Record<string, string>): SVGElement {
  const root = makeSvg('svg', { width: '20', height: '20' });
  const element = makeSvg(tag, attributes);
  root.append(element);
  document.body.append(root);
  return element;
}

function style(css: string): void {
  const element = document.createElement('style');
  element.textContent = css;
  document.head.append(element);
}

/** Through the object model, which no content policy stops: only what it fetches can be. */
function styled(css: string): void {
  const element = document.createElement('p');
  element.textContent = 'text';
  element.style.cssText = css;
  document.body.append(element);
}

function link(rel: string, href: string, attributes: Record<string, string>): void {
  const element = document.createElement('link');
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.setAttribute('rel', rel);
  element.setAttribute('href', href);
  document.head.append(element);
}

function blobWorker(code: string): Worker {
  return new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
}

async function connect(iceServers: RTCIceServer[]): Promise<void> {
  const peer = new RTCPeerConnection({ iceServers });
  peer.createDataChannel('x');
  await peer.setLocalDescription(await peer.createOffer());
}
