import type { Logger } from 'pino';
import type { Ask, Connection } from '../chat/platform.ts';
import { workInHand } from '../chat/work.ts';
import type { MailConfig } from '../config.ts';
import { answerRoute } from './answer-route.ts';
import { sendLetter } from './letter.ts';
import { keyOf } from './link.ts';
import { connectSmtp, type Pace } from './smtp.ts';

type Deps = {
  ask: Ask;
  now: () => Temporal.Instant;
  log: Logger;
  /** The regios, by their code: mail has no workspaces. */
  tenants: string[];
  /** That command changes nothing. */
  reads(command: string): boolean;
  pace?: Pace;
};

/** Turns mail on: letters go out over SMTP, and are answered on a page of ours; what is mailed back is not read. */
export function connectMail(config: MailConfig, { ask, now, log, tenants, reads, pace }: Deps): Connection {
  const key = keyOf(config.secret);
  const smtp = connectSmtp({ url: config.smtpUrl, from: config.from }, pace);
  const domain = /@([^\s<>@]+?)>?$/.exec(config.from)?.[1] ?? 'localhost';
  const desk = { smtp, tenants, domain, publicUrl: config.publicUrl, key, now };
  const work = workInHand(log);
  return {
    name: 'mail',
    tenants,
    routes: [answerRoute({ ask, key, now, log, reads })],
    send: (letter) => {
      const sent = sendLetter(desk, letter);
      // Followed to its end; what became of it is for who asked.
      work.add(sent.catch(() => {}));
      return sent;
    },
    find: async (tenant, email) =>
      tenants.includes(tenant) && email.includes('@')
        ? { accountId: email.toLowerCase(), address: { email } }
        : undefined,
    async stop() {
      await work.finish(4_000);
      smtp.stop();
    },
  };
}
