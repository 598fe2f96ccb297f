import type { Logger } from 'pino';
import type { Database, Tx } from '../db/database.ts';
import type { Persoon } from '../persoon/persoon.ts';
import { Refusal } from '../refusal.ts';
import type { Card } from './card.ts';
import type { AnyCommand } from './command.ts';
import type { Form } from './form.ts';
import { MAX_FILE } from './given-file.ts';
import { type Call, interpret, tidy } from './grammar.ts';
import {
  errorCard,
  expiredCard,
  notUnderstoodCard,
  refusalCard,
  sharedBeforeCard,
  unknownCard,
  unknownTenantCard,
} from './notices.ts';
import type { Answer, Ask, GivenFile, Request } from './platform.ts';
import { meet, recognise } from './recognise.ts';
import { shareId, withShareButton } from './share.ts';

export type DispatchParts = {
  db: Database;
  commands: readonly AnyCommand[];
  now: () => Temporal.Instant;
  log: Logger;
  /** Where platforms can fetch the picture of a regio at a moment; absent: they cannot reach us. */
  pictureUrl?: ((regioId: number, at: Temporal.Instant) => string) | undefined;
  /** Where the doe-agenda of a regio can be fetched as a file, for an hour from a moment; absent: nowhere. */
  exportUrl?: ((regioId: number, at: Temporal.Instant) => string) | undefined;
  /** Where a calendar can be fetched, for a year from a moment; absent: nowhere. */
  kalenderUrl?: ((regioId: number, at: Temporal.Instant, over: string) => string) | undefined;
};

/** Makes the one way in: every request of every platform goes through it. */
export function dispatcher(parts: DispatchParts): Ask {
  const regioOf = regioFinder(parts.db);
  return async (request) => {
    try {
      return await answer(request, await regioOf(request), parts);
    } catch (error) {
      const typed = typedIn(request.say);
      if (error instanceof Refusal) return onCard(refusalCard(error.message, typed));
      parts.log.error({ err: error, request: request.id, tenant: request.tenant }, 'request failed');
      return onCard(errorCard(referenceOf(request), typed));
    }
  };
}

/** What a person wrote: the message, or the fields of a form that hold more than a word or a long one (a link). */
function typedIn(say: Request['say']): string {
  if ('text' in say) return tidy(say.text);
  if ('file' in say) return '';
  const fields = Object.values(say.input).filter(
    (value) => typeof value === 'string' && (value.includes(' ') || value.length > 20),
  );
  return fields.join('\n');
}

const onCard = (card: Card) => ({ kind: 'card' as const, card, inPlace: false, repeated: false });

/** Short enough to read out over the telephone; the log line has the whole id. */
const referenceOf = (request: Request) => request.id.slice(-8);

async function answer(request: Request, regioId: number | undefined, parts: DispatchParts) {
  if (regioId === undefined) return onCard(unknownTenantCard());
  const { say } = request;
  const answering = (asking: Asking) =>
    asPersoon(request, regioId, parts, (asker, tx) => answerTo(asker, asking, { tx, regioId }, parts));
  if (!('file' in say)) return answering({ ...request, say });
  const command = parts.commands.find(({ file }) => file);
  const stopped = await asPersoon(request, regioId, parts, async (asker) => command?.file?.allow(asker));
  return stopped ?? answering({ ...request, say: await sayOf(say.file, command) });
}

/** What a file asks. Fetched and read outside every transaction: either may take long. */
async function sayOf({ name, size, read }: GivenFile, command: AnyCommand | undefined) {
  const tooLarge = new Refusal(
    'Dit bestand is groter dan 10 MB. Haal weg wat geen actie is en stuur het opnieuw.',
  );
  if (size > MAX_FILE) throw tooLarge;
  const bytes = await read();
  if (bytes.length > MAX_FILE) throw tooLarge;
  return { command: command?.name ?? '', input: (await command?.file?.read(name, bytes)) ?? {} };
}

/** Runs `work` for the persoon who asks, in a transaction of the regio; for somebody unknown gives what to tell them. */
async function asPersoon<T>(
  request: Request,
  regioId: number,
  { db, now }: DispatchParts,
  work: (asker: Persoon, tx: Tx) => Promise<T>,
) {
  const known = await db.inRegio(regioId, async (tx) => {
    const asker = await recognise(tx, request, now());
    return asker && { done: await work(asker, tx) };
  });
  if (known) return known.done;
  const email = await request.account.email();
  return db.inRegio(regioId, async (tx) => {
    const asker = await meet(tx, request, email, now());
    return asker ? work(asker, tx) : onCard(await unknownCard(tx, email));
  });
}

/** Which regio a workspace or tenant belongs to; undefined: none. An installation never changes regio, so it is kept. */
function regioFinder({ owner }: Database) {
  const known = new Map<string, number>();
  return async ({ platform, tenant }: Request): Promise<number | undefined> => {
    const key = `${platform} ${tenant}`;
    const regioId =
      known.get(key) ??
      (await owner.installation.findUnique({ where: { platform_tenant: { platform, tenant } } }))?.regioId;
    if (regioId !== undefined) known.set(key, regioId);
    return regioId;
  };
}

/** What is asked when every file has been read. */
type Asking = Request & { say: Exclude<Request['say'], { file: GivenFile }> };

async function answerTo(
  asker: Persoon,
  request: Asking,
  { tx, regioId }: { tx: Tx; regioId: number },
  { commands, now, pictureUrl, exportUrl, kalenderUrl }: DispatchParts,
) {
  const pictureOf = pictureUrl && ((at: Temporal.Instant) => pictureUrl(regioId, at));
  const exportOf = exportUrl && ((at: Temporal.Instant) => exportUrl(regioId, at));
  const kalenderOf = kalenderUrl && ((over: string) => kalenderUrl(regioId, now(), over));
  const call = 'text' in request.say ? interpret(request.say.text, commands) : request.say;
  const command = commands.find(({ name }) => name === call?.command);
  const ready = call && command?.parse(call.input);
  if (!command || !ready) {
    return onCard(
      'text' in request.say ? notUnderstoodCard(tidy(request.say.text)) : expiredCard(typedIn(request.say)),
    );
  }
  const run = async () => {
    const { platform, tenant, channel } = request;
    const adressen = { pictureOf, exportOf, kalenderOf };
    const result = await ready.run({ tx, asker, now: now(), platform, tenant, channel, ...adressen });
    return asAnswer(result, command, call, request);
  };
  if (!command.changes) return { ...(await run()), repeated: false };
  return once(command.forAll ? shareId(request, call) : request.id, tx, now(), run);
}

function asAnswer(result: Card | Form, command: AnyCommand, call: Call, { channel }: Request): Answer {
  if (!('elements' in result)) return { kind: 'form', form: result };
  if (command.forAll) return { kind: 'shared', card: result };
  const card = channel && !command.changes ? withShareButton(result, call) : result;
  return { kind: 'card', card, inPlace: command.inPlace };
}

/**
 * Carries a request out once. The row is written first: a second delivery at the same time waits on it until the
 * first has committed, then finds its answer; and when the first fails, the row is gone with it.
 */
async function once(id: string, tx: Tx, at: Temporal.Instant, run: () => Promise<Answer>) {
  const inserted = await tx.$executeRaw`
    insert into handled_request (id, at) values (${id}, ${new Date(at.epochMilliseconds)}) on conflict do nothing`;
  if (inserted === 0) {
    const { answer } = await tx.handledRequest.findFirstOrThrow({ where: { id } });
    const given = answer as Answer;
    return { ...(given.kind === 'shared' ? onCard(sharedBeforeCard()) : given), repeated: true };
  }
  const answer = await run();
  await tx.handledRequest.updateMany({ where: { id }, data: { answer } });
  return { ...answer, repeated: false };
}
