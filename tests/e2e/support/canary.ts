import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';

/** Where each kind of beacon is aimed at: a port of its own where the bytes tell nothing of who sent them. */
export type Targets = {
  /** `http://127.0.0.1:port`; the vector's name is the path. */
  readonly http: string;
  readonly ws: string;
  readonly preconnect: string;
  readonly turnTcpPort: number;
  readonly stunUdpPort: number;
  readonly quicUdpPort: number;
};

/** A server on this machine that remembers everything that reaches it. */
export type Canary = {
  readonly targets: Targets;
  /** The names of the vectors that got through, and how. */
  readonly hits: Map<string, string>;
  stop(): Promise<void>;
};

/** Listen on loopback for HTTP, bare TCP and UDP. */
export async function startCanary(): Promise<Canary> {
  const hits = new Map<string, string>();
  const closers: (() => void)[] = [];
  const hit = (name: string, how: string) => hits.set(name, how);

  const http = createHttpServer((request, response) => {
    const name = (request.url ?? '').split(/[/?#]/)[1] ?? '';
    hit(name, `${request.method} ${request.url}`);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': contentType(name) });
    response.end(name === 'page' ? '<!doctype html><title>bare</title><body>' : '');
  });
  http.on('upgrade', (request, socket) => {
    hit((request.url ?? '').split('/')[1] ?? '', 'upgrade');
    socket.destroy();
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  closers.push(() => {
    http.closeAllConnections();
    http.close();
  });

  const tcp = async (name: string) => {
    const server = createServer((socket) => {
      hit(name, 'tcp connection');
      socket.on('error', () => undefined);
      socket.setTimeout(2_000, () => socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(() => server.close());
    return (server.address() as AddressInfo).port;
  };
  const udp = async (name: string) => {
    const socket = createSocket('udp4', () => hit(name, 'udp packet'));
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    closers.push(() => socket.close());
    return socket.address().port;
  };

  const { port } = http.address() as AddressInfo;
  return {
    targets: {
      http: `http://127.0.0.1:${port}`,
      ws: `ws://127.0.0.1:${port}`,
      preconnect: `http://127.0.0.1:${await tcp('preconnect')}`,
      turnTcpPort: await tcp('turn-tcp'),
      stunUdpPort: await udp('stun-udp'),
      quicUdpPort: await udp('web-transport'),
    },
    hits,
    stop: async () => {
      for (const close of closers) close();
    },
  };
}

function contentType(name: string): string {
  if (name === 'page') return 'text/html';
  if (/script|import|module|worker/.test(name)) return 'text/javascript';
  if (/style|css/.test(name)) return 'text/css';
  return 'text/plain';
}
