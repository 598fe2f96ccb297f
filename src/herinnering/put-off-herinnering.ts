import { z } from 'zod';
import { voorkeurVan, withVoorkeur } from '../bereikbaar/stored-bereikbaar.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { revise } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { toLocal } from '../kalender/datum.ts';
import { dagVan, vrijeDagen } from '../kalender/stored-vakantie.ts';
import { isIn } from '../kalender/werkdag.ts';
import { Refusal } from '../refusal.ts';
import { VRAGEND } from './herinnering.ts';
import { takeSent } from './refresh-herinneringen.ts';
import { eigenVraag, vraagNu } from './stored-eigen-vraag.ts';
import { openVraag } from './stored-open-vraag.ts';
import type { Vraag } from './stored-vraag.ts';
import { dagIn, type Grenzen, isOpnieuw, isVerlof, keuzesVoor, uitstelTot } from './uitstel.ts';
import { dagForm, keuzeCard, termijnText, uitgesteldCard } from './uitstel-card.ts';
import { askCard } from './vraag-card.ts';

const bericht = z.number().int();

export const chooseLater = command({
  name: 'herinnering.later',
  input: z.object({ bericht: bericht.optional() }),
  phrases: [/^(?:later|uitstellen|stel uit|niet nu)[.!]?$/i],
  run: async ({ bericht }, asked): Promise<Card> => {
    const own = await openVraag(bericht, asked);
    if (!own.vraag) return own.gesloten;
    const { vraag } = own;
    const grenzen = await grenzenVan(vraag, asked);
    return keuzeCard(vraag, keuzesVoor(grenzen), asked.now);
  },
});

export const chooseDag = command({
  name: 'herinnering.later.formulier',
  input: z.object({ bericht }),
  phrases: [],
  run: async ({ bericht }, asked): Promise<Card | Form> => {
    const own = await openVraag(bericht, asked);
    return own.vraag ? dagForm(own.vraag) : own.gesloten;
  },
});

/** How a day begins that something is put off to. */
const DAG =
  'tot |over |na |morgen|overmorgen|volgende |eind |half |begin |\\d|een |twee |drie |vier |vijf |(?:maan|dins|woens|donder|vrij|zater|zon)dag';

export const putOff = command({
  name: 'herinnering.uitstellen',
  input: z.object({
    bericht: bericht.optional(),
    wanneer: z.string().trim().max(100),
    formulier: z.boolean().default(false),
  }),
  phrases: [new RegExp(`^(?:later|uitstellen|stel uit)[:,]? (?<wanneer>(?:${DAG}).{0,80}?)[.!]?$`, 'i')],
  changes: true,
  inPlace: true,
  run: async ({ bericht, wanneer, formulier }, asked): Promise<Card | Form> => {
    const own = await openVraag(bericht, asked);
    if (!own.vraag) return own.gesloten;
    const tot = await momentIn(wanneer, own.vraag, asked);
    if (typeof tot === 'string' && formulier) return dagForm(own.vraag, { typed: wanneer, error: tot });
    if (typeof tot === 'string') throw new Refusal(tot);
    await store(own.vraag, tot, asked);
    return uitgesteldCard(own.vraag, tot, asked.now);
  },
});

export const askNow = command({
  name: 'herinnering.toch_nu',
  input: z.object({ bericht }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ bericht }, asked): Promise<Card> => {
    const own = await eigenVraag(bericht, asked);
    if (!own.vraag) return own.gesloten;
    await withdraw(own.vraag, asked);
    return askCard(await vraagNu(own.vraag, asked), asked.now);
  },
});

async function grenzenVan({ termijn }: Vraag, { tx, asker, now }: Asked): Promise<Grenzen> {
  const persoon = await tx.persoon.findFirstOrThrow({ where: { id: asker.id }, include: withVoorkeur });
  const terug = await terugVan(tx, asker.id, toLocal(now).toPlainDate());
  return { now, termijn, voorkeur: voorkeurVan(persoon), vrij: await vrijeDagen(tx), terug };
}

/** The first day after the leave that somebody is on or is to have next; two that touch are one. */
async function terugVan(tx: Tx, persoonId: number, today: Temporal.PlainDate) {
  const away = await tx.afwezigheid.findMany({
    where: { persoonId, ingetrokkenOp: null, tot: { gte: new Date(today.toString()) } },
    orderBy: [{ van: 'asc' }, { id: 'asc' }],
  });
  const days = away.map(({ van, tot }) => ({ van: dagVan(van), tot: dagVan(tot) }));
  let back = days[0]?.tot.add({ days: 1 });
  for (const dagen of days) if (back && isIn(back, dagen)) back = dagen.tot.add({ days: 1 });
  return back;
}

/** When it is asked again; a sentence where that cannot be. */
async function momentIn(wanneer: string, vraag: Vraag, asked: Asked): Promise<Temporal.Instant | string> {
  const grenzen = await grenzenVan(vraag, asked);
  const today = toLocal(asked.now).toPlainDate();
  const until = `Melden kan tot en met ${termijnText(vraag.termijn)}.`;
  if (isVerlof(wanneer) && !grenzen.terug)
    return 'Ik weet nog niet wanneer je verlof hebt. Typ bijvoorbeeld «afwezig t/m 9 januari», of noem een dag.';
  try {
    const dag = isVerlof(wanneer) && grenzen.terug ? grenzen.terug : dagIn(wanneer, today);
    if (Temporal.PlainDate.compare(dag, today) <= 0) return `Kies een dag na vandaag. ${until}`;
    return uitstelTot(dag, grenzen) ?? `Dat is te laat om uit te stellen. ${until} Kies een eerdere dag.`;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** Of everyone of whom something is open in it: not asked again before then. Takes the place of an earlier one. */
async function store(vraag: Vraag, tot: Temporal.Instant, asked: Asked): Promise<void> {
  const { tx, now } = asked;
  const { personen, edited } = await takeQuestions(tx, vraag);
  const later = { vergaderingId: vraag.vergadering.id, soort: 'later' as const, status: 'gepland' as const };
  await tx.herinnering.deleteMany({ where: { ...later, persoonId: { in: personen } } });
  const geplandOp = new Date(tot.epochMilliseconds);
  await tx.herinnering.createMany({
    data: personen.map((persoonId) => ({ ...later, persoonId, geplandOp })),
  });
  const inhoud = { vergadering: vraag.vergadering.id, personen, tot: tot.toString() };
  await addLogregel(asked, 'uitgesteld', inhoud);
  await revise(tx, edited, now);
}

/** Takes it back; twice is once. */
async function withdraw(vraag: Vraag, asked: Asked): Promise<void> {
  const { tx, now } = asked;
  const { personen, edited } = await takeQuestions(tx, vraag);
  const vergadering = vraag.vergadering.id;
  const waiting = await tx.herinnering.findMany({
    where: {
      ...{ vergaderingId: vergadering, soort: 'later', status: 'gepland' },
      persoonId: { in: personen },
    },
  });
  const own = waiting.filter((row) => !isOpnieuw(row)).map(({ id }) => id);
  const { count } = await tx.herinnering.deleteMany({ where: { id: { in: own }, status: 'gepland' } });
  if (count === 0) return;
  await addLogregel(asked, 'uitstel ingetrokken', { vergadering, personen });
  await revise(tx, edited, now);
}

/** Of whom something is open in it, and every message that asks them for this vergadering, taken. */
async function takeQuestions(tx: Tx, { bericht, delen, vergadering }: Vraag) {
  const personen = delen.filter(({ open }) => open.length > 0).map(({ voor }) => voor.id);
  const asked = await tx.herinnering.findMany({
    where: {
      ...{ vergaderingId: vergadering.id, status: 'overgedragen', soort: { in: [...VRAGEND] } },
      ...{ persoonId: { in: personen }, berichtId: { not: null } },
    },
    select: { berichtId: true },
  });
  const berichten = [bericht, ...asked.flatMap(({ berichtId }) => berichtId ?? [])];
  return { personen, edited: [...(await takeSent(tx, [...new Set(berichten)]))] };
}
