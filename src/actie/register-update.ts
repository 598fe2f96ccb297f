import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planVerwacht } from '../herinnering/plan-verwacht.ts';
import { refreshHerinneringen } from '../herinnering/refresh-herinneringen.ts';
import { toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { tellVolgers } from '../volgen/tell-volgers.ts';
import { parseStatus, STATUS_WOORD } from './actie.ts';
import { updateText } from './actie-card.ts';
import { type Reading, readMelding } from './melding.ts';
import { bezwaarTegen } from './regels.ts';
import { nummer, show } from './show-actie.ts';
import { findActie, type StoredActie, takeActie } from './stored-actie.ts';
import { findNamens, type Namens } from './stored-namens.ts';
import { refuseStrangers } from './stored-rechten.ts';
import { inOneLine, type Melding, meldingNow, saysTheSame } from './update.ts';
import { doubtCard, updatedCard } from './update-card.ts';

/** What a person wrote about an actie. */
const toelichting = z.string().trim().default('');

/** What a button can carry back on every platform, in characters. */
const MAX_ON_BUTTON = 1500;

/** Whose report it is, as somebody else types it. */
export const namens = z.string().trim().max(200).optional();

/** The message whose button it was. */
export const bericht = z.number().int().optional();

export const registerUpdate = command({
  name: 'update.meld',
  input: z.object({ nummer, tekst: z.string().trim(), namens }),
  phrases: [
    // Without the word "actie" only when a status follows: "3 gemeenten doen mee" is about no actie.
    new RegExp(String.raw`^#?(?<nummer>\d+)[:,]? (?<tekst>(?:${STATUS_WOORD})(?!\p{L}).*)$`, 'isu'),
    /^(?:namens (?<namens>.{2,200}?)[:,]? )?(?:actie #?|#)(?<nummer>\d+)[:,]? (?<tekst>.+)$/is,
  ],
  changes: true,
  run: ({ nummer, tekst, namens }, asked) => register(nummer, tekst, asked, namens),
});

/** What a person chose when the words could be read in more than one way. */
export const registerChoice = command({
  name: 'update.keuze',
  input: z.object({
    nummer,
    na: z.number().int().min(0),
    status: z.string().optional(),
    toelichting,
    namens,
  }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ nummer, na, status, toelichting, namens }, asked) => {
    const actie = await findActie(asked.tx, nummer);
    await refuseStrangers(actie, asked);
    if (na !== (actie.updateId ?? 0)) throw new Refusal(alreadyReported(actie));
    const melding = inOneLine(actie, parseStatus(status ?? ''), toelichting);
    return storeMelding(actie, melding, asked, { namens: await findNamens(actie, namens, asked) });
  },
});

/** Registers what was typed behind the number of an actie, or asks what it means. */
export async function register(nummer: number, tekst: string, asked: Asked, name?: string): Promise<Card> {
  const reading = readMelding(tekst);
  if (reading.kind === 'question') return show(nummer, asked);
  const actie = await findActie(asked.tx, nummer);
  await refuseStrangers(actie, asked);
  const namens = await findNamens(actie, name, asked);
  if (reading.kind === 'doubt') return ask(actie, reading, namens);
  if (reading.status === undefined && !reading.toelichting.includes(' ')) {
    throw new Refusal(
      `Wil je iets melden bij actie #${nummer}? Schrijf dan een korte zin, bijvoorbeeld: «actie ${nummer} Eerste gesprekken gevoerd». Wil je de actie zien? Typ «actie ${nummer}».`,
    );
  }
  return storeMelding(actie, inOneLine(actie, reading.status, reading.toelichting), asked, { namens });
}

function ask(actie: StoredActie, reading: Reading & { kind: 'doubt' }, namens: Namens | undefined): Card {
  const { statuses, toelichting } = reading;
  if (toelichting.length <= MAX_ON_BUTTON) return doubtCard(actie, toelichting, statuses, namens);
  throw new Refusal(
    `Ik weet niet zeker welke status je bedoelt. Begin met de status en een dubbele punt, bijvoorbeeld «actie ${actie.nummer} loopt: …».`,
  );
}

/** What is special about an update: whose it is, and what it puts right and how the actie stood before that. */
export type Bijzonder = {
  namens?: Namens | undefined;
  corrigeert?: { id: number; van: Melding } | undefined;
};

/** Writes an update, after the rules have had their say, and answers old → new with a way back. */
export async function storeMelding(
  actie: StoredActie,
  melding: Melding,
  asked: Asked,
  bijzonder: Bijzonder = {},
): Promise<Card> {
  const van = bijzonder.corrigeert?.van ?? meldingNow(actie);
  const today = toLocal(asked.now).toPlainDate();
  const bezwaar = bezwaarTegen(melding, { nummer: actie.nummer, van, asker: asked.asker, today });
  if (bezwaar) throw new Refusal(bezwaar.zin);
  const id = await storeUpdate(actie, melding, asked, bijzonder);
  return updatedCard({ actie, van, melding, id, now: asked.now, ...bijzonder });
}

/** For a button that somebody was ahead of: what is so now. */
export function alreadyReported({ nummer, laatste }: StoredActie): string {
  const what = laatste
    ? `Bij actie #${nummer} staat nu: ${updateText(laatste)}.`
    : 'De melding is ongedaan gemaakt.';
  return `Al verwerkt. ${what} Is er iets veranderd? Typ «actie ${nummer} bijwerken».`;
}

/** Adds an update, as `addUpdate` does, and has the herinneringen that were sent say so. */
export async function storeUpdate(
  actie: StoredActie,
  melding: Melding,
  asked: Asked,
  bijzonder?: Bijzonder,
): Promise<number> {
  const id = await addUpdate(actie, melding, asked, bijzonder);
  await refreshHerinneringen(asked.tx, { acties: [actie.id] }, asked.now);
  return id;
}

/**
 * Adds an update, makes it the one that holds, and logs it: of the soort `ongewijzigd` when it says what was so
 * already. Tells who follow the actie. Refuses when somebody else reported since `actie` was read. Gives the id of the
 * new update. Who adds several refreshes the herinneringen once, at the end.
 */
export async function addUpdate(
  actie: StoredActie,
  melding: Melding,
  asked: Asked,
  { namens, corrigeert }: Bijzonder = {},
): Promise<number> {
  const { tx, asker, now, platform } = asked;
  await takeActie(tx, actie);
  const van = corrigeert?.van ?? meldingNow(actie);
  const soort = !corrigeert && saysTheSame(van, melding) ? 'ongewijzigd' : 'gewijzigd';
  const { status, verwachtOp, ...texts } = melding;
  const { id } = await tx.update.create({
    data: {
      ...texts,
      verwachtOp: verwachtOp && new Date(`${verwachtOp}T00:00:00Z`),
      actieId: actie.id,
      persoonId: asker.id,
      namensId: namens?.id ?? null,
      soort,
      statusVan: van.status,
      statusNaar: status,
      platform,
      gemeldOp: new Date(now.epochMilliseconds),
      vorigeId: actie.updateId,
      corrigeertId: corrigeert?.id ?? null,
    },
    select: { id: true },
  });
  await tx.actie.updateMany({ where: { id: actie.id }, data: { status, updateId: id } });
  const inhoud = { nummer: actie.nummer, update: id, soort, van: actie.status, naar: status };
  await addLogregel(asked, corrigeert ? 'correctie' : 'update', {
    ...inhoud,
    ...(namens && { namens: namens.id }),
  });
  if (soort === 'gewijzigd') {
    const door = namens ? [asker.id, namens.id] : [asker.id];
    await tellVolgers(tx, { actie, update: id, door, now });
  }
  if (actie.laatste?.verwachtOp || verwachtOp) await planVerwacht(tx, { acties: [actie.id] }, now);
  return id;
}
