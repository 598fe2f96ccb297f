import { createTransport } from 'nodemailer';
import { DeliveryError } from '../chat/platform.ts';

/** One mail, to one person. Addresses, subject and ids are headers: the library keeps line breaks out of them. */
type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** The mail that this one belongs under. */
  inReplyTo?: string;
};

export type Smtp = { send(mail: Mail): Promise<void>; stop(): void };

/** How long a letter may take, in milliseconds; a platform has 15 seconds. `silence`: of the server, in between. */
export type Pace = { letter: number; silence: number };

const PACE: Pace = { letter: 14_000, silence: 10_000 };

/** How many mails at once: Microsoft 365 takes three from one mailbox. */
const CONNECTIONS = 3;

/** No vacation message answers it, nor any other machine; a message that it could not be delivered still comes. */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' };

/** `from`: a name with an address, or an address. */
export function connectSmtp({ url, from }: { url: string; from: string }, pace: Pace = PACE): Smtp {
  const transport = createTransport({
    ...serverOf(url),
    pool: true,
    maxConnections: CONNECTIONS,
    // The outbox tries again, later and not more often than it should.
    maxRequeues: 0,
    connectionTimeout: pace.silence,
    greetingTimeout: pace.silence,
    socketTimeout: pace.silence,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ inReplyTo, ...mail }) => {
      const thread = inReplyTo === undefined ? {} : { inReplyTo, references: [inReplyTo] };
      const signal = AbortSignal.timeout(pace.letter);
      try {
        await transport.sendMail({ from, ...mail, ...thread, headers: HEADERS, signal });
      } catch (error) {
        throw deliveryError(error);
      }
    },
    stop: () => transport.close({ force: true }),
  };
}

/** A server elsewhere is only spoken to in secret, unless its address says `?requireTLS=false`; one on this machine never. */
export function serverOf(url: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const secure = protocol === 'smtps:';
  const near = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  const auth = username && { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ignoreTLS: near,
    requireTLS: !near && searchParams.get('requireTLS') !== 'false',
    ...(auth && { auth }),
  };
}

type SmtpError = {
  code?: unknown;
  command?: unknown;
  syscall?: unknown;
  responseCode?: unknown;
  message?: unknown;
};

/** What fails before the server has been told anything; of all else it is not said how far it came. */
const BEFORE = new Set<unknown>(['ECONFIG', 'EDNS', 'ETLS', 'EREQUIRETLS', 'EAUTH', 'ENOAUTH', 'EENVELOPE']);

/**
 * Final is what lies in the letter or in who it is for: the server refused the address or the message with 5xx. Trouble
 * with our own account or address an administrator can mend, and then the letters that wait still go out.
 */
function deliveryError(error: unknown): DeliveryError {
  const { code, command, syscall, responseCode, message } = (error ?? {}) as SmtpError;
  const answered = typeof responseCode === 'number';
  const theirs = command === 'RCPT TO' || command === 'DATA';
  // An address that cannot be written to: the library does not even ask the server.
  const final = (answered && responseCode >= 500 && theirs) || (code === 'EENVELOPE' && command === 'API');
  const doubt = !answered && syscall !== 'connect' && !BEFORE.has(code);
  return new DeliveryError(`SMTP: ${String(code ?? '')} ${String(message ?? error)}`, { final, doubt });
}
