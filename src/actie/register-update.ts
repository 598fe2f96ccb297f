import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { bereikbaarAls } from '../persoon/persoon.ts';
import { Refusal } from '../refusal.ts';
import { checkMelding, type Melding, mayUpdate, parseStatus, STATUS_WOORD } from './actie.ts';
import { nummer } from './show-actie.ts';
import { findActie, peopleOf, type StoredActie, takeActie } from './stored-actie.ts';
import { doubtCard, updatedCard } from './update-card.ts';

/** What a person wrote about an actie. */
export const toelichting = z.string().trim().default('');

/** What a button can carry back on every platform. */
const MAX_ON_BUTTON = 1500;

const STATUS = `(?<status>${STATUS_WOORD})`;

export const registerUpdate = command({
  name: 'update.meld',
  input: z.object({ nummer, status: z.string().optional(), toelichting, zeker: z.boolean().default(false) }),
  phrases: [
    new RegExp(
      String.raw`^(?:actie )?#?(?<nummer>\d+)[:,]? ${STATUS}(?:[\s:,.;–-]+(?<toelichting>.+?))?\.?$`,
      'is',
    ),
    /^(?:actie #?|#)(?<nummer>\d+)[:,]? (?<toelichting>.+)$/is,
  ],
  changes: true,
  run: ({ nummer, status, toelichting, zeker }, asked) => {
    return register(nummer, status ? parseStatus(status) : undefined, toelichting, zeker, asked);
  },
});

async function register(
  nummer: number,
  status: Melding['status'] | undefined,
  toelichting: string,
  zeker: boolean,
  asked: Asked,
): Promise<Card> {
  const actie = await findActie(asked.tx, nummer);
  await refuseStrangers(actie, asked);
  // "actie 12 loopt vertraging op": the first word is a status by accident.
  const doubt =
    !zeker && status === 'loopt' && /^(?:vertraging|achter|uit|vast|mis|niet|stroef)\b/i.test(toelichting);
  if (doubt && toelichting.length <= MAX_ON_BUTTON) return doubtCard(actie, toelichting);
  if (doubt)
    throw new Refusal(
      `Begin met «actie ${nummer} vertraagd» of «actie ${nummer} loopt:», dan weet ik zeker wat je bedoelt.`,
    );
  if (status === undefined && !isSentence(toelichting)) {
    throw new Refusal(
      `Wil je iets melden bij actie #${nummer}? Schrijf dan een korte zin, bijvoorbeeld: «actie ${nummer} Eerste gesprekken gevoerd». Wil je de actie zien? Typ «actie ${nummer}».`,
    );
  }
  return storeMelding(actie, { status: status ?? actie.status, toelichting }, asked);
}

/** A question, a single word: not something to put in the record. */
const isSentence = (text: string) => text.includes(' ') && !text.endsWith('?');

/** Writes an update that changes the status, the toelichting or both, and answers old → new with a way back. */
export async function storeMelding(actie: StoredActie, melding: Melding, asked: Asked): Promise<Card> {
  checkMelding(actie.nummer, actie.status, melding, asked.asker);
  const same = melding.status === actie.status && melding.toelichting === '';
  const updateId = await storeUpdate(actie, melding, same ? 'ongewijzigd' : 'gewijzigd', asked);
  return updatedCard(actie, melding, updateId, asked.now);
}

/** Refuses who may not report on this actie, and names who can. */
export async function refuseStrangers(actie: StoredActie, { tx, asker }: Asked): Promise<void> {
  if (mayUpdate(asker, actie.trekkers)) return;
  const people = (await peopleOf(tx, actie)).slice(0, 3).map(bereikbaarAls);
  const secretaris = await tx.persoon.findFirst({ where: { rol: 'secretaris' }, orderBy: { id: 'asc' } });
  const who = [...people, ...(secretaris ? [`de secretaris, ${bereikbaarAls(secretaris)}`] : [])];
  throw new Refusal(
    `Alleen de trekkers en de secretaris kunnen iets melden bij actie #${actie.nummer}. Dat zijn bijvoorbeeld: ${who.join('; ')}.`,
  );
}

/**
 * Adds an update, makes it the one that holds, and logs it. Refuses when somebody else reported since `actie` was
 * read. Gives the id of the new update.
 */
export async function storeUpdate(
  actie: Pick<StoredActie, 'id' | 'nummer' | 'status' | 'updateId'>,
  { status, toelichting }: Melding,
  soort: 'gewijzigd' | 'ongewijzigd',
  { tx, asker, now, platform }: Asked,
): Promise<number> {
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
  await tx.logregel.create({ data: { op: gemeldOp, persoonId: asker.id, platform, wat: 'update', inhoud } });
  return id;
}
