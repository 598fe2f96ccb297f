import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { type Load, type Measured, PATH, SIGNING_SECRET, TEAM, USER } from './messages.ts';

/** Sends `/actie 12` as Slack does, over raw sockets that are kept open, in a process of its own. */
process.once('disconnect', () => process.exit());
process.on('message', async (load: Load) => {
  try {
    process.send?.(await measure(load));
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});

let count = 0;

/** Every request has a trigger_id, a timestamp and so a signature of its own. */
function nextRequest(): string {
  count += 1;
  const body = new URLSearchParams({
    token: 'old-verification-token',
    team_id: TEAM,
    team_domain: 'regio',
    channel_id: 'D0BENCH',
    channel_name: 'directmessage',
    user_id: USER,
    user_name: 'someone',
    command: '/actie',
    text: '12',
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/response',
    trigger_id: `${process.pid}.${Date.now()}.${count}`,
  }).toString();
  const timestamp = Math.floor(Date.now() / 1_000);
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const head = [
    `POST ${PATH} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${body.length}`,
    `x-slack-request-timestamp: ${timestamp}`,
    `x-slack-signature: v0=${signature}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

async function measure({ port, connections, seconds }: Load): Promise<Measured> {
  const begin = performance.now();
  const until = begin + seconds * 1_000;
  const each = await Promise.all(Array.from({ length: connections }, () => converse(port, until)));
  const elapsed = (performance.now() - begin) / 1_000;
  const latencies = each.flat().sort((a, b) => a - b);
  const at = (part: number) => latencies[Math.floor(latencies.length * part)] ?? Number.NaN;
  return { perSecond: latencies.length / elapsed, p50: at(0.5), p99: at(0.99) };
}

/** One connection: a request, its answer, the next request, until it is time. Gives how long each took. */
function converse(port: number, until: number): Promise<number[]> {
  return new Promise((done, fail) => {
    const latencies: number[] = [];
    const socket = connect(port, '127.0.0.1').setNoDelay().setEncoding('utf8');
    let answer = '';
    let sent = 0;
    const next = () => {
      answer = '';
      sent = performance.now();
      socket.write(nextRequest());
    };
    socket.on('connect', next);
    socket.on('data', (part: string) => {
      answer += part;
      if (!isWhole(answer)) return;
      latencies.push(performance.now() - sent);
      if (!/^HTTP\/1\.1 200 /.test(answer) || !answer.includes('#12')) {
        fail(new Error(`a wrong answer:\n${answer}`));
        socket.destroy();
      } else if (performance.now() < until) next();
      else socket.end();
    });
    socket.on('error', fail);
    socket.on('close', () => done(latencies));
  });
}

/** Only one answer is under way on a connection at a time. */
function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = answer.slice(0, end).toLowerCase();
  if (head.includes('transfer-encoding: chunked')) return answer.endsWith('\r\n0\r\n\r\n');
  const length = /content-length: (\d+)/.exec(head)?.[1];
  return Buffer.byteLength(answer.slice(end + 4)) >= Number(length ?? 0);
}
