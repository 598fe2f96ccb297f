import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the server does with a mail, by the address it is for; by default it takes it. */
type Manner = {
  /** It refuses whoever writes, whom it is for, or what it says, with this code. */
  refuses?: { at: 'from' | 'to' | 'text'; code: number };
  /** In milliseconds, before it says that it has taken it. */
  delay?: number;
  /** It closes the connection when it has taken it, without saying so. */
  drops?: boolean;
};

type Arrived = Email & { to: string; size: number };

export type FakeSmtp = Awaited<ReturnType<typeof fakeSmtp>>;

/** A real SMTP server on loopback, that keeps what it takes. */
export async function fakeSmtp() {
  const arrived: Arrived[] = [];
  const manners = new Map<string, Manner>();
  const seen = { connections: 0, logins: [] as string[] };
  let sender: Manner['refuses'];
  const refusal = (code: number) => Object.assign(new Error('refused by the test'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onConnect: (_session, done) => {
      seen.connections += 1;
      done();
    },
    onAuth: ({ username = '', password }, _session, done) => {
      seen.logins.push(username);
      done(password === 'right' ? null : refusal(535), { user: username });
    },
    onMailFrom: (_address, _session, done) => done(sender ? refusal(sender.code) : null),
    onRcptTo: ({ address }, _session, done) => {
      const { refuses } = manners.get(address) ?? {};
      done(refuses?.at === 'to' ? refusal(refuses.code) : null);
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      const take = async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        const { refuses, delay = 0, drops } = manners.get(to) ?? {};
        if (refuses?.at === 'text') return done(refusal(refuses.code));
        await pause(delay);
        const bytes = Buffer.concat(chunks);
        arrived.push(Object.assign(await PostalMime.parse(bytes), { to, size: bytes.byteLength }) as Arrived);
        if (drops) for (const connection of server.connections) connection.close();
        else done();
      };
      void take();
    },
  });
  // A connection that the test breaks off is an error to the server.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    manners,
    seen,
    refuseSender: (code: number | undefined) => {
      sender = code === undefined ? undefined : { at: 'from', code };
    },
    stop: () => new Promise<void>((done) => server.close(done)),
  };
}
