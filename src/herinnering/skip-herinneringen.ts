import { z } from 'zod';
import type { Card, Input } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { isLopend, refuseOthers, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { findWelkeToChange, vergaderingToCome, welke } from '../overleg/stored-welke.ts';
import { beginText } from '../overleg/vergadering.ts';
import { findPersoon, persoonById } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';
import { STAPPEN, type Stap } from './aanloop.ts';
import { HERINNERINGEN } from './list-herinneringen.ts';
import { planHerinneringen } from './plan-herinneringen.ts';
import { skippedCard, skippedText } from './skipped-card.ts';
import { soortText } from './soort.ts';
import { stapVan } from './stap.ts';
import { ontvangersVan } from './stored-bereik.ts';
import { switchStap } from './stored-stapuit.ts';

const WHAT = 'herinneringen overslaan';
const stap = z.string().transform(stapVan).pipe(z.enum(STAPPEN));

/** One step, one persoon or all of a vergadering, in words. */
export const skipInWords = command({
  name: 'overleg.herinneringen.overslaan',
  input: z.object({ ...welke, wie: z.string().trim().min(1).max(254), niet: z.string().optional() }),
  phrases: [
    new RegExp(`${HERINNERINGEN} sla (?:de )?(?<wie>.{1,254}?) (?<niet>niet (?:meer )?)?over[.!]?$`, 'i'),
    new RegExp(`${HERINNERINGEN} (?<wie>.{1,254}?) (?<niet>niet (?:meer )?)?overslaan[.!]?$`, 'i'),
    new RegExp(`${HERINNERINGEN} (?<wie>uit|stil)(?:zetten)?[.!]?$`, 'i'),
    new RegExp(`${HERINNERINGEN} (?<niet>weer )?(?<wie>aan)(?:zetten)?[.!]?$`, 'i'),
  ],
  changes: true,
  run: async ({ wie, niet, ...named }, asked) => {
    await refuseOthers(asked, WHAT);
    const stap = stapVan(wie);
    const vergadering = await findWelkeToChange(
      asked,
      named,
      (one) => `overleg ${one} herinneringen sla ${wie} over`,
      { waaruit: isLopend, ...(stap ? { stap } : {}) },
    );
    if (/^(?:alles|alle|iedereen|uit|stil|aan)$/i.test(wie)) {
      const off = !/^aan$/i.test(wie) && niet === undefined;
      return skipAll(vergadering, off, asked);
    }
    if (stap) return skipStap(vergadering, stap, niet === undefined, asked);
    return skipPersoon(vergadering, (await findPersoon(asked.tx, wie)).id, niet === undefined, asked);
  },
});

const id = z.number().int();

export const skipPersoonButton = command({
  name: 'overleg.herinneringen.persoon',
  input: z.object({ vergadering: id, persoon: id, over: z.boolean() }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ vergadering, persoon, over }, asked) =>
    skipPersoon(await toCome(vergadering, asked), persoon, over, asked),
});

export const skipStapButton = command({
  name: 'overleg.herinneringen.stapuit',
  input: z.object({ vergadering: id, stap, uit: z.boolean() }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ vergadering, stap, uit }, asked) =>
    skipStap(await toCome(vergadering, asked), stap, uit, asked),
});

export const skipAllButton = command({
  name: 'overleg.herinneringen.stil',
  input: z.object({ vergadering: id, stil: z.boolean() }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: async ({ vergadering, stil }, asked) => skipAll(await toCome(vergadering, asked), stil, asked),
});

/** The vergadering of a button, for who may skip. */
async function toCome(vergadering: number, asked: Asked): Promise<StoredVergadering> {
  await refuseOthers(asked, WHAT);
  return vergaderingToCome(asked, vergadering, isLopend);
}

const already = (text: string) => new Refusal(`Al verwerkt: ${text} Er is niets gewijzigd.`);

async function skipPersoon(
  vergadering: StoredVergadering,
  persoonId: number,
  over: boolean,
  asked: Asked,
): Promise<Card> {
  const { tx, now } = asked;
  const { id, overleg, begin } = vergadering;
  const { naam } = await persoonById(tx, persoonId);
  const key = { vergaderingId: id, persoonId };
  const { count } = over
    ? await tx.overslaan.createMany({ data: [key], skipDuplicates: true })
    : await tx.overslaan.deleteMany({ where: key });
  if (count === 0) throw already(`${naam} wordt ${over ? 'al' : 'niet'} overgeslagen.`);
  const change = await applied(id, asked, [persoonId]);
  await log(asked, over ? 'persoon overgeslagen' : 'persoon niet meer overgeslagen', id, overleg.code, {
    naam,
  });
  const input = { vergadering: id, persoon: persoonId, over: !over };
  const als = (await ontvangersVan(tx, vergadering, now)).get(persoonId) ?? [];
  const when = beginText(begin.toTemporalInstant());
  const text = over
    ? skippedText(naam, `de vergadering van ${overleg.code} op ${when}`, [...als])
    : `${naam} krijgt weer bericht over de vergadering van ${overleg.code}.`;
  const undo = {
    label: over ? `${naam} niet overslaan` : `Sla ${naam} over`,
    command: 'overleg.herinneringen.persoon',
    input,
  };
  return skippedCard({ text, ...change, undo, vergadering: id, now });
}

async function skipStap(
  vergadering: StoredVergadering,
  stap: Stap,
  uit: boolean,
  asked: Asked,
): Promise<Card> {
  const { tx, now } = asked;
  const { id, overleg, begin } = vergadering;
  const naam = soortText(stap);
  if (!(await switchStap(tx, vergadering, stap, uit)))
    throw already(`${naam} wordt ${uit ? 'al' : 'niet'} overgeslagen.`);
  const change = await applied(id, asked);
  await log(asked, uit ? 'stap overgeslagen' : 'stap niet meer overgeslagen', id, overleg.code, { stap });
  const when = beginText(begin.toTemporalInstant());
  const text = uit
    ? `${naam} gaat niet uit voor de vergadering van ${overleg.code} op ${when}.`
    : `${naam} gaat weer uit voor de vergadering van ${overleg.code} op ${when}.`;
  const label = uit ? `${naam} weer aanzetten` : `${naam} overslaan`;
  const undo = {
    label,
    command: 'overleg.herinneringen.stapuit',
    input: { vergadering: id, stap, uit: !uit },
  };
  return skippedCard({ text, ...change, undo, vergadering: id, now });
}

async function skipAll(
  { id, overleg, begin }: StoredVergadering,
  stil: boolean,
  asked: Asked,
): Promise<Card> {
  const { tx, now } = asked;
  const { count } = await tx.vergadering.updateMany({ where: { id, stil: !stil }, data: { stil } });
  if (count === 0) throw already(`deze vergadering staat ${stil ? 'al stil' : 'niet stil'}.`);
  const change = await applied(id, asked);
  await log(asked, stil ? 'vergadering stilgezet' : 'vergadering weer aangezet', id, overleg.code, {});
  const when = beginText(begin.toTemporalInstant());
  const text = stil
    ? `Over de vergadering van ${overleg.code} op ${when} wordt niets meer verstuurd.`
    : `Over de vergadering van ${overleg.code} op ${when} wordt weer bericht verstuurd.`;
  const label = stil ? 'Deze vergadering weer aanzetten' : 'Deze vergadering stilzetten';
  const undo = { label, command: 'overleg.herinneringen.stil', input: { vergadering: id, stil: !stil } };
  return skippedCard({ text, ...change, undo, vergadering: id, now });
}

/** Plans again, and counts what is planned by it more or less than before. */
async function applied(id: number, { tx, now }: Asked, only?: readonly number[]) {
  const planned = async () => {
    const rows = await tx.herinnering.findMany({ where: { vergaderingId: id, status: 'gepland' } });
    return new Map(
      rows.map((row) => [
        `${row.persoonId} ${row.soort} ${row.trede} ${row.geplandOp.getTime()}`,
        row.persoonId,
      ]),
    );
  };
  const before = await planned();
  await planHerinneringen(tx, id, now, only);
  const after = await planned();
  const [most, least] = before.size > after.size ? [before, after] : [after, before];
  const differing = [...most].filter(([key]) => !least.has(key)).map(([, persoonId]) => persoonId);
  return { berichten: differing.length, mensen: new Set(differing).size };
}

const log = (asked: Asked, wat: string, vergadering: number, overleg: string, inhoud: Input): Promise<void> =>
  addLogregel(asked, wat, { overleg, vergadering, ...inhoud });
