import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Input } from '../chat/card.ts';
import type { Ask, Request, Route } from '../chat/platform.ts';
import { readBody } from './body.ts';
import { FIELD } from './field.ts';
import { type Link, readLink } from './link.ts';
import { linksFor, PATH } from './links.ts';
import { brokenPage, closedFormPage, expiredPage, failedPage, strangePage, tooLargePage } from './notices.ts';
import { type Page, sendPage } from './page.ts';
import { cardPage, confirmPage, type Desk, formPage, MAX_VRAAG, questionPage } from './page-body.ts';

export type AnswerParts = {
  ask: Ask;
  key: Uint8Array;
  now: () => Temporal.Instant;
  log: Logger;
  /** That command changes nothing. */
  reads(command: string): boolean;
};

/** Longer than any link that was made; browsers and proxies take no more either. */
const MAX_TOKEN = 8_000;

/**
 * The page behind the buttons of a mail. Looking at it (GET, HEAD) changes nothing: programs that check mail follow every
 * link. What changes something is handed in (POST), and is carried out once however often the same page is.
 */
export function answerRoute(parts: AnswerParts): Route {
  return {
    path: PATH,
    listener: (request, response) => {
      const withBody = request.method !== 'HEAD';
      pageFor(request, parts)
        .catch((error) => {
          parts.log.error({ err: error }, 'mail: a page failed');
          return failedPage();
        })
        .then((page) => sendPage(response, page, withBody));
    },
  };
}

async function pageFor(request: IncomingMessage, parts: AnswerParts): Promise<Page> {
  const { method = '', url = '' } = request;
  if (!['GET', 'HEAD', 'POST'].includes(method)) return strangePage(405);
  const token = (url.split('?')[0] ?? '').slice(PATH.length);
  const link = token.length > MAX_TOKEN ? 'ongeldig' : readLink(token, parts.key, parts.now());
  if (link === 'ongeldig') return brokenPage();
  if (link === 'verlopen') return expiredPage();
  // Who only wants to know whether there is a page is not told what is on it.
  if (method === 'HEAD') return { ...brokenPage(), status: 200 };
  return method === 'GET' ? look(link, parts) : handIn(link, token, request, parts);
}

async function look(link: Link, parts: AnswerParts): Promise<Page> {
  const { said } = link;
  const desk = deskFor(link, parts);
  switch (said.soort) {
    case 'vraag':
      return { status: 200, ...questionPage(desk) };
    case 'formulier':
      return closedFormPage();
    case 'knop': {
      if (!parts.reads(said.command)) return { status: 200, ...confirmPage(said, desk) };
      const { command, input } = said;
      return answer(link, `look:${crypto.randomUUID()}`, { command, input }, parts);
    }
  }
}

async function handIn(
  link: Link,
  token: string,
  request: IncomingMessage,
  parts: AnswerParts,
): Promise<Page> {
  const body = await readBody(request);
  if (body === 413) return tooLargePage();
  if (typeof body === 'number') return strangePage(body);
  const say = sayOf(link, body);
  if (!say) return strangePage(400);
  // The same page handed in again says exactly the same.
  const what = JSON.stringify([token, ...body]);
  return answer(link, createHash('sha256').update(what).digest('base64url'), say, parts);
}

function sayOf({ said }: Link, body: Map<string, string>): Request['say'] | undefined {
  switch (said.soort) {
    case 'vraag': {
      const text = body.get('vraag') ?? '';
      return text.length > 0 && text.length <= MAX_VRAAG ? { text } : undefined;
    }
    case 'knop':
      return { command: said.command, input: said.input };
    case 'formulier':
      // What was signed is not for the reader to fill in.
      return { command: said.command, input: { ...fieldsIn(body), ...said.input } };
  }
}

function fieldsIn(body: Map<string, string>): Input {
  const fields = [...body].filter(([name]) => name.startsWith(FIELD));
  return Object.fromEntries(fields.map(([name, value]) => [name.slice(FIELD.length), value]));
}

async function answer(link: Link, id: string, say: Request['say'], parts: AnswerParts): Promise<Page> {
  const { tenant, email } = link.holder;
  const account = { id: email, address: { email }, email: async () => email };
  const given = await parts.ask({ id: `mail:${id}`, platform: 'mail', tenant, account, say });
  const desk = deskFor(link, parts);
  const shown = given.kind === 'form' ? formPage(given.form, desk) : cardPage(given.card, desk);
  return { status: 200, ...shown };
}

/** A link on the page works no longer than the one that led to it. */
const deskFor = ({ holder }: Link, { key, reads }: AnswerParts): Desk => ({
  links: linksFor({ key }, holder),
  email: holder.email,
  reads,
});
