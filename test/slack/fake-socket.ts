import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** Slack's end of a Socket Mode connection: what was acknowledged, and a way to send. */
export type FakeSocket = {
  send(message: object): void;
  /** The next thing that is sent over it. */
  received(): Promise<Record<string, unknown>>;
  closed: boolean;
  end(): void;
};

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** Takes the WebSocket handshake and says hello, as Slack does. Short frames and whole messages only. */
export function acceptSocket(request: IncomingMessage, socket: Duplex): FakeSocket {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const messages = new EventEmitter();
  const write = (opcode: number, payload: Buffer) => socket.write(frame(opcode, payload));
  const fake: FakeSocket = {
    send: (message) => void write(TEXT, Buffer.from(JSON.stringify(message))),
    received: async () => (await once(messages, 'message'))[0],
    closed: false,
    end: () => socket.destroy(),
  };
  let waiting = Buffer.alloc(0);
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (let read = unframe(waiting); read; read = unframe(waiting)) {
      waiting = waiting.subarray(read.size);
      if (read.opcode === TEXT) messages.emit('message', JSON.parse(read.payload.toString()));
      if (read.opcode === PING) write(PONG, read.payload);
      if (read.opcode === CLOSE) {
        fake.closed = true;
        socket.end(frame(CLOSE, read.payload));
      }
    }
  });
  fake.send({ type: 'hello', num_connections: 1 });
  return fake;
}

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = length < 126 ? Buffer.from([0x80 | opcode, length]) : Buffer.from([0x80 | opcode, 126, 0, 0]);
  if (length >= 126) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
}

/** The first frame, unmasked; undefined when it is not complete yet. */
function unframe(bytes: Buffer) {
  if (bytes.length < 6) return undefined;
  const short = (bytes[1] ?? 0) & 0x7f;
  const at = short === 126 ? 4 : 2;
  const length = short === 126 ? bytes.readUInt16BE(2) : short;
  const size = at + 4 + length;
  if (bytes.length < size) return undefined;
  const mask = bytes.subarray(at, at + 4);
  const payload = Buffer.from(
    bytes.subarray(at + 4, size).map((byte, index) => byte ^ (mask[index % 4] ?? 0)),
  );
  return { opcode: (bytes[0] ?? 0) & 0x0f, payload, size };
}
