import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { Refusal } from '../refusal.ts';
import { checkMelding, type Melding, parseStatus, STATUS_WOORD } from './actie.ts';
import { updateText } from './actie-card.ts';
import { type Reading, readMelding } from './melding.ts';
import { nummer, show } from './show-actie.ts';
import { findActie, type StoredActie, takeActie } from './stored-actie.ts';
import { refuseStrangers } from './stored-rechten.ts';
import { doubtCard, updatedCard } from './update-card.ts';

/** What a person wrote about an actie. */
export const toelichting = z.string().trim().default('');

/** What a button can carry back on every platform, in characters. */
const MAX_ON_BUTTON = 1500;

export const registerUpdate = command({
  name: 'update.meld',
  input: z.object({ nummer, tekst: z.string().trim() }),
  phrases: [
    // Without the word "actie" only when a status follows: "3 gemeenten doen mee" is about no actie.
    new RegExp(String.raw`^#?(?<nummer>\d+)[:,]? (?<tekst>(?:${STATUS_WOORD})(?!\p{L}).*)$`, 'isu'),
    /^(?:actie #?|#)(?<nummer>\d+)[:,]? (?<tekst>.+)$/is,
  ],
  changes: true,
  run: ({ nummer, tekst }, asked) => register(nummer, tekst, asked),
});

/** What a person chose when the words could be read in more than one way. */
export const registerChoice = command({
  name: 'update.keuze',
  input: z.object({ nummer, na: z.number().int().min(0), status: z.string().optional(), toelichting }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ nummer, na, status, toelichting }, asked) => {
    const actie = await findActie(asked.tx, nummer);
    await refuseStrangers(actie, asked);
    if (na !== (actie.updateId ?? 0)) throw new Refusal(alreadyReported(actie));
    return storeMelding(actie, { status: parseStatus(status ?? '') ?? actie.status, toelichting }, asked);
  },
});

/** Registers what was typed behind the number of an actie, or asks what it means. */
export async function register(nummer: number, tekst: string, asked: Asked): Promise<Card> {
  const reading = readMelding(tekst);
  if (reading.kind === 'question') return show(nummer, asked);
  const actie = await findActie(asked.tx, nummer);
  await refuseStrangers(actie, asked);
  if (reading.kind === 'doubt') return ask(actie, reading);
  if (reading.status === undefined && !reading.toelichting.includes(' ')) {
    throw new Refusal(
      `Wil je iets melden bij actie #${nummer}? Schrijf dan een korte zin, bijvoorbeeld: «actie ${nummer} Eerste gesprekken gevoerd». Wil je de actie zien? Typ «actie ${nummer}».`,
    );
  }
  return storeMelding(actie, { ...reading, status: reading.status ?? actie.status }, asked);
}

function ask(actie: StoredActie, { statuses, toelichting }: Reading & { kind: 'doubt' }): Card {
  if (toelichting.length <= MAX_ON_BUTTON) return doubtCard(actie, toelichting, statuses);
  throw new Refusal(
    `Ik weet niet zeker welke status je bedoelt. Begin met de status en een dubbele punt, bijvoorbeeld «actie ${actie.nummer} loopt: …».`,
  );
}

/** Writes an update that changes the status, the toelichting or both, and answers old → new with a way back. */
export async function storeMelding(actie: StoredActie, melding: Melding, asked: Asked): Promise<Card> {
  checkMelding(actie.nummer, actie.status, melding, asked.asker);
  const same = melding.status === actie.status && melding.toelichting === '';
  const updateId = await storeUpdate(actie, melding, same ? 'ongewijzigd' : 'gewijzigd', asked);
  return updatedCard(actie, melding, updateId, asked.now);
}

/** For a button that somebody was ahead of: what is so now. */
export function alreadyReported({ nummer, laatste }: StoredActie): string {
  const what = laatste
    ? `Bij actie #${nummer} staat nu: ${updateText(laatste)}.`
    : 'De melding is ongedaan gemaakt.';
  return `Al verwerkt. ${what} Is er iets veranderd? Typ «actie ${nummer} bijwerken».`;
}

/**
 * Adds an update, makes it the one that holds, and logs it. Refuses when somebody else reported since `actie` was
 * read. Gives the id of the new update.
 */
export async function storeUpdate(
  actie: Pick<StoredActie, 'id' | 'nummer' | 'status' | 'updateId'>,
  { status, toelichting }: Melding,
  soort: 'gewijzigd' | 'ongewijzigd',
  asked: Asked,
): Promise<number> {
  const { tx, asker, now, platform } = asked;
  await takeActie(tx, actie);
  const gemeldOp = new Date(now.epochMilliseconds);
  const { id } = await tx.update.create({
    data: {
      actieId: actie.id,
      persoonId: asker.id,
      soort,
      statusVan: actie.status,
      statusNaar: status,
      toelichting,
      platform,
      gemeldOp,
      vorigeId: actie.updateId,
    },
    select: { id: true },
  });
  await tx.actie.updateMany({ where: { id: actie.id }, data: { status, updateId: id } });
  const inhoud = { nummer: actie.nummer, update: id, soort, van: actie.status, naar: status };
  await addLogregel(asked, 'update', inhoud);
  return id;
}
