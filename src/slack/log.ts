import { LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/** The logger Bolt wants, on ours. Its debug lines hold what people typed, so they are dropped. */
export function boltLogger(log: Logger) {
  const line =
    (write: (text: string) => void) =>
    (...parts: unknown[]) =>
      write(parts.map(String).join(' '));
  return {
    debug: () => {},
    info: line((text) => log.debug(text)),
    warn: line((text) => log.warn(text)),
    error: line((text) => log.error(text)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
