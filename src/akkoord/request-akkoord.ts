import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { requireMoment, toLocal } from '../kalender/datum.ts';
import { refuseOthers } from '../overleg/stored-vergadering.ts';
import { Refusal } from '../refusal.ts';
import { type RondeGetypt, rondeForm } from './akkoord-form.ts';
import { planAkkoord } from './plan-akkoord.ts';
import { showStand } from './show-akkoord.ts';
import { findRonde, gevraagdenVan, type Ronde, reviseRonde } from './stored-akkoord.ts';

const WHAT = 'om akkoord vragen';
const vorige = z.number().int().optional();
const text = z.string().trim().default('');

export const openAkkoordForm = command({
  name: 'akkoord.formulier',
  input: z.object({ vorige }),
  phrases: [/^(?:vraag (?:om )?(?:een )?akkoord|(?:om )?akkoord vragen)[.!]?$/i],
  run: async ({ vorige }, asked): Promise<Form> => {
    await refuseOthers(asked, WHAT);
    const before = vorige === undefined ? undefined : await toReplace(vorige, asked);
    const getypt = {
      ...{ titel: before?.titel ?? '', link: before?.link ?? '', versie: before ? '' : '1' },
      ...{ uiterlijk: '', overleg: before?.overleg.code ?? '' },
    };
    return rondeForm({ overleggen: await overleggenVan(asked), getypt, vorige });
  },
});

export const requestAkkoord = command({
  name: 'akkoord.vragen',
  input: z.object({ vorige, titel: text, link: text, versie: text, uiterlijk: text, overleg: text }),
  phrases: [],
  changes: true,
  run: async ({ vorige, ...getypt }, asked): Promise<Card | Form> => {
    await refuseOthers(asked, WHAT);
    const before = vorige === undefined ? undefined : await toReplace(vorige, asked);
    const overleggen = await overleggenVan(asked);
    const { fouten, dag } = read(getypt, before, asked);
    const overleg = overleggen.find(({ code }) => code === getypt.overleg);
    if (!overleg) fouten.overleg = 'Kies een overleg.';
    if (!overleg || !dag || Object.keys(fouten).length > 0)
      return rondeForm({ overleggen, getypt, fouten, vorige });
    return ask({ ...getypt, overleg, dag }, before, asked);
  },
});

/** The overleggen in which organisaties have a zetel that is asked. */
const overleggenVan = ({ tx }: Asked) =>
  tx.overleg.findMany({
    where: { zetels: { some: { rol: { in: ['voorzitter', 'lid'] } } } },
    select: { id: true, code: true, naam: true },
    orderBy: { id: 'asc' },
  });

/** The version that another one takes the place of; once. */
async function toReplace(id: number, { tx }: Asked): Promise<Ronde> {
  const ronde = await findRonde(tx, id);
  if (!ronde.geslotenOp) return ronde;
  const { volgende } = ronde;
  throw new Refusal(
    `Al verwerkt: er is al een nieuwe versie${volgende ? ` (${volgende.versie}). Typ «akkoord ${volgende.id}».` : '.'}`,
  );
}

function read({ titel, link, versie, uiterlijk }: RondeGetypt, before: Ronde | undefined, { now }: Asked) {
  const fouten: Partial<RondeGetypt> = {};
  if (titel === '') fouten.titel = 'Schrijf waarover het gaat.';
  if (!URL.canParse(link) || !/^https:\/\/[^\s/]+\.\S+$/i.test(link))
    fouten.link = 'Dit is geen link. Plak het hele adres, dat met https:// begint.';
  if (versie === '') fouten.versie = 'Schrijf welke versie het is.';
  if (before && versie === before.versie) fouten.versie = `Versie ${versie} is al gevraagd. Kies een andere.`;
  const day = readDay(uiterlijk, toLocal(now).toPlainDate());
  if ('fout' in day) fouten.uiterlijk = day.fout;
  return { fouten, dag: 'dag' in day ? day.dag : undefined };
}

function readDay(typed: string, today: Temporal.PlainDate): { dag: Temporal.PlainDate } | { fout: string } {
  try {
    const { date } = requireMoment(typed, today, 'vooruit');
    return Temporal.PlainDate.compare(date, today) > 0 ? { dag: date } : { fout: 'Kies een dag na vandaag.' };
  } catch (error) {
    if (error instanceof Refusal) return { fout: error.message };
    throw error;
  }
}

type Nieuw = Omit<RondeGetypt, 'overleg'> & {
  overleg: { id: number; code: string };
  dag: Temporal.PlainDate;
};

/** Asks every organisatie of the overleg, and closes the version before. */
async function ask({ titel, link, versie, overleg, dag }: Nieuw, before: Ronde | undefined, asked: Asked) {
  const { tx, asker, now } = asked;
  const gevraagdOp = new Date(now.epochMilliseconds);
  if (before) await close(before, asked);
  const zetels = await tx.zetel.findMany({
    where: { overlegId: overleg.id, rol: { in: ['voorzitter', 'lid'] } },
    distinct: ['organisatieId'],
    include: { organisatie: true },
    orderBy: { organisatieId: 'asc' },
  });
  const { id } = await tx.akkoordronde.create({
    data: {
      ...{ titel, link, versie, overlegId: overleg.id, persoonId: asker.id, gevraagdOp },
      ...{ uiterlijk: new Date(`${dag}T00:00:00Z`), vorigeId: before?.id ?? null },
    },
    select: { id: true },
  });
  const organisaties = zetels.map(({ organisatieId }) => organisatieId);
  await tx.akkoord.createMany({
    data: organisaties.map((organisatieId) => ({ rondeId: id, organisatieId })),
  });
  await planAkkoord(tx, id, now);
  if (before) await reviseRonde(tx, before.id, now);
  const inhoud = { ronde: id, titel, versie, overleg: overleg.code, organisaties: organisaties.length };
  await addLogregel(asked, 'akkoord gevraagd', { ...inhoud, vorige: before?.id ?? null });
  const gevraagden = await gevraagdenVan(tx, organisaties);
  const nobody = zetels.filter(({ organisatieId }) => gevraagden.get(organisatieId)?.length === 0);
  return showStand(await findRonde(tx, id), asked, askedText(organisaties.length, nobody));
}

function askedText(
  count: number,
  nobody: readonly { organisatie: { naam: string; code: string } }[],
): string {
  const text = `Gevraagd aan ${count - nobody.length} organisaties.`;
  if (nobody.length === 0) return text;
  const names = nobody.map(({ organisatie }) => organisatie.naam).join('; ');
  return `${text}\n⚠ Bij deze is niemand om te vragen: ${names}. Kies een contact met «contact ${nobody[0]?.organisatie.code} <naam>».`;
}

/** Of two new versions at once one is refused. */
async function close(before: Ronde, asked: Asked): Promise<void> {
  const { tx, now } = asked;
  const { count } = await tx.akkoordronde.updateMany({
    where: { id: before.id, geslotenOp: null },
    data: { geslotenOp: new Date(now.epochMilliseconds) },
  });
  if (count === 0) throw new Refusal('Al verwerkt: er is al een nieuwe versie. Typ «akkoord».');
  await planAkkoord(tx, before.id, now);
  await addLogregel(asked, 'akkoord gesloten', { ronde: before.id, versie: before.versie });
}
