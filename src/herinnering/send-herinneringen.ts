import { z } from 'zod';
import { voorkeurVan } from '../bereikbaar/stored-bereikbaar.ts';
import { binnenUren, GEWOON, momentVoor } from '../bereikbaar/voorkeur.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import type { Dagen } from '../kalender/werkdag.ts';
import {
  findVergadering,
  isLopend,
  refuseOthers,
  type StoredVergadering,
} from '../overleg/stored-vergadering.ts';
import { findWelkeToChange, welke } from '../overleg/stored-welke.ts';
import { Refusal } from '../refusal.ts';
import { aanloopVan, eindeVan, isErna, STAPPEN, type Stap } from './aanloop.ts';
import { HERINNERINGEN } from './list-herinneringen.ts';
import { planHerinneringen } from './plan-herinneringen.ts';
import { sendQuestionCard, sentNowCard } from './send-card.ts';
import { soortText } from './soort.ts';
import { STAP_WOORD, stapVan } from './stap.ts';
import { uiterlijkVan } from './stored-oordeel.ts';
import { vooruitblik } from './stored-vooruitblik.ts';

const WHAT = 'herinneringen nu versturen';
const stap = z.string().transform(stapVan).pipe(z.enum(STAPPEN));

/** What is sent cannot be taken back: first is shown how many people get it, and when. */
export const askToSend = command({
  name: 'overleg.herinneringen.nu',
  input: z.object({ ...welke, stap }),
  phrases: [
    new RegExp(`${HERINNERINGEN} nu(?: (?:de )?(?<stap>${STAP_WOORD}))(?: versturen)?[.!]?$`, 'i'),
    new RegExp(
      `${HERINNERINGEN} (?:verstuur|stuur) (?:nu )?(?:de )?(?<stap>${STAP_WOORD})(?: nu)?[.!]?$`,
      'i',
    ),
  ],
  run: async ({ stap, ...named }, asked): Promise<Card> => {
    await refuseOthers(asked, WHAT);
    const vergadering = await findWelkeToChange(
      asked,
      named,
      (one) => `overleg ${one} herinneringen nu ${soortText(stap).toLowerCase()}`,
      { waaruit: isLopend, stap },
    );
    await refuseSenseless(vergadering, stap, asked);
    return sendQuestionCard({
      ...(await outlook(vergadering, stap, asked)),
      stap,
      vergadering,
      now: asked.now,
    });
  },
});

export const sendNow = command({
  name: 'overleg.herinneringen.verstuur',
  input: z.object({ vergadering: z.number().int(), begin: z.iso.datetime(), stap }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ vergadering, begin, stap }, asked) => send(vergadering, new Date(begin), stap, asked),
});

async function send(id: number, begin: Date, stap: Stap, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked, WHAT);
  const vergadering = await findVergadering(tx, id);
  if (vergadering.begin.getTime() !== begin.getTime()) {
    throw new Refusal(
      'Al verwerkt: deze vergadering is intussen verplaatst. Typ «overleg herinneringen» voor hoe het nu is.',
    );
  }
  await refuseSenseless(vergadering, stap, asked);
  const seen = await outlook(vergadering, stap, asked);
  const nuOp = fromWhen(vergadering, stap, await vrijeDagen(tx), now);
  const key = { vergaderingId: id, stap };
  await tx.vergaderingstap.createMany({ data: [key], skipDuplicates: true });
  const { count } = await tx.vergaderingstap.updateMany({
    where: { ...key, OR: [{ nuVoor: null }, { nuVoor: { not: begin } }] },
    data: { nuOp: new Date(nuOp.epochMilliseconds), nuVoor: begin },
  });
  if (count === 0)
    throw new Refusal(`Al verwerkt: ${soortText(stap).toLowerCase()} is al eerder nu verstuurd.`);
  await planHerinneringen(tx, id, now);
  const { overleg } = vergadering;
  await addLogregel(asked, 'nu verstuurd', {
    overleg: overleg.code,
    vergadering: id,
    stap,
    mensen: seen.nu + seen.later,
  });
  return sentNowCard({ ...seen, stap, vergadering, now });
}

/** At night or in a weekend «now» is the next morning. */
function fromWhen(
  vergadering: StoredVergadering,
  stap: Stap,
  vrij: readonly Dagen[],
  now: Temporal.Instant,
): Temporal.Instant {
  const uiterlijk = eindeVan(aanloopVan(vergadering)[stap], vergadering.begin.toTemporalInstant(), vrij);
  return binnenUren(now, GEWOON, { uiterlijk, vrij });
}

/** How many get it at once, later, and not, were it sent now. */
async function outlook(vergadering: StoredVergadering, stap: Stap, { tx, now }: Asked) {
  const blik = await vooruitblik(tx, vergadering, now, (row, context) => {
    if (row.soort !== stap || row.trede > 1) return row;
    const { vrij } = context;
    const from = fromWhen(vergadering, stap, vrij, now);
    const grenzen = { uiterlijk: uiterlijkVan(row, context), vrij };
    const moment = momentVoor(from, voorkeurVan(row.persoon), grenzen);
    return { ...row, geplandOp: new Date(Math.min(moment.epochMilliseconds, row.geplandOp.getTime())) };
  });
  const own = blik.filter(({ row }) => row.soort === stap && row.trede <= 1);
  if (own.length === 0) {
    throw new Refusal(
      `Van ${soortText(stap).toLowerCase()} is niets meer gepland. Typ «overleg herinneringen ${soortText(stap).toLowerCase()}» om te zien wat er is verstuurd.`,
    );
  }
  const gets = own.filter((one) => 'naar' in one);
  const nu = gets.filter(({ op }) => Temporal.Instant.compare(op, now) <= 0).length;
  const eerst = gets
    .map(({ op }) => op)
    .filter((op) => Temporal.Instant.compare(op, now) > 0)
    .sort(Temporal.Instant.compare)[0];
  if (gets.length === 0) {
    throw new Refusal(
      `Niemand krijgt ${soortText(stap).toLowerCase()} nu: er staat niets open, er is niemand, of ze kregen vandaag al een latere stap. Er is niets verstuurd en alles blijft gepland. Typ «overleg herinneringen ${soortText(stap).toLowerCase()}» om te zien voor wie, en probeer het morgen.`,
    );
  }
  return { nu, later: gets.length - nu, eerst, niet: own.length - gets.length };
}

/** What says something about the day on which it is planned, or comes before what it follows on. */
async function refuseSenseless(vergadering: StoredVergadering, stap: Stap, asked: Asked): Promise<void> {
  const { id, overleg, begin } = vergadering;
  const { tx, now } = asked;
  const naam = soortText(stap).toLowerCase();
  const held = Temporal.Instant.compare(begin.toTemporalInstant(), now) <= 0;
  if (!held && isErna(aanloopVan(vergadering)[stap])) {
    throw new Refusal(
      `«${soortText(stap)}» gaat over een vergadering die geweest is: nu versturen kan pas daarna. Verzet de dag met «overleg aanloop ${overleg.code} ${naam} 1 werkdag erna».`,
    );
  }
  if (stap === 'aanlevertermijn' || stap === 'coulance') {
    throw new Refusal(
      `De tekst van ${naam} klopt alleen op de dag zelf. Verzet de dag met «overleg aanloop ${overleg.code} ${naam} 9 werkdagen», of stuur «overleg herinneringen nu herinnering».`,
    );
  }
  const follows = stap === 'herinnering' || stap === 'escalatie';
  if (!follows) return;
  const first = await tx.herinnering.count({
    where: { vergaderingId: id, soort: 'uitvraag', status: 'gepland' },
  });
  if (first === 0) return;
  throw new Refusal(
    'De uitvraag is nog niet bij iedereen verstuurd. Stuur die eerst, met «overleg herinneringen nu uitvraag».',
  );
}
