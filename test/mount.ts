import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Connection } from '../src/chat/platform.ts';

/** The bot's routes on a server of their own. */
export async function mount({ routes }: Connection) {
  const server = createServer((request, response) => {
    const asked = request.url?.split('?')[0] ?? '/';
    const route = routes.find(({ path }) => path === asked || (path.endsWith('/') && asked.startsWith(path)));
    if (route) route.listener(request, response);
    else response.writeHead(404).end();
  });
  // A test may stand still for longer than a server usually keeps a connection, just before it uses it again.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
