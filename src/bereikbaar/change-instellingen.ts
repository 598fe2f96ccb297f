import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { PLATFORMEN, type PlatformName } from '../chat/platform.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { takePersoon } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';
import type { Datumtaal } from './datumtaal.ts';
import { DAGEN_LIJST, DATUMTALEN, dagenInWoorden, readDagen, readTijd } from './instelling.ts';
import { GEWONE_KEUZE, type Ingevuld, instellingenForm, TERMIJN } from './instellingen-form.ts';
import { instellingenOf } from './show-instellingen.ts';
import { type Ingesteld, instellingVan, platformsVan, STANDAARD } from './stored-instelling.ts';

const word = z.string().trim().max(100);
const HERINNER = '(?:herinner|waarschuw) (?:mij|me)';

export const changeInstellingen = command({
  name: 'instellingen.wijzig',
  input: z.object({
    via: word.optional(),
    dagen: word.optional(),
    tijd: word.optional(),
    termijn: word.optional(),
    alles: word.optional(),
    gewoon: word.optional(),
  }),
  phrases: [
    new RegExp(
      `^${HERINNER} (?:alleen )?(?:via|in|per|op) (?<via>slack|teams|mail|e-mail|de terminal)[.!]?$`,
      'i',
    ),
    new RegExp(`^${HERINNER} (?:alleen )?(?:op )?(?<dagen>${DAGEN_LIJST})[.!]?$`, 'i'),
    new RegExp(`^${HERINNER} (?:altijd )?(?:om|vanaf) (?<tijd>\\d{1,2}(?:[:.]\\d{2})?(?: ?uur)?)[.!]?$`, 'i'),
    new RegExp(`^(?<termijn>(?:${HERINNER} )?alleen (?:aan |bij |voor )?de aanlevertermijn)[.!]?$`, 'i'),
    new RegExp(`^(?<alles>${HERINNER} (?:weer )?aan alles)[.!]?$`, 'i'),
    new RegExp(`^(?<gewoon>${HERINNER} weer(?: gewoon)?)[.!]?$`, 'i'),
  ],
  changes: true,
  run: ({ via, dagen, tijd, termijn, alles, gewoon }, asked) =>
    change(asked, async (now) => {
      if (gewoon !== undefined) return STANDAARD;
      return {
        ...now,
        ...(via === undefined ? {} : { platform: await readPlatform(via, asked) }),
        ...(dagen === undefined ? {} : { dagen: sure(readDagen(dagen)).dagen }),
        ...(tijd === undefined ? {} : { tijd: sure(readTijd(tijd)).tijd }),
        ...(termijn === undefined ? {} : { alleenTermijn: true }),
        ...(alles === undefined ? {} : { alleenTermijn: false }),
      };
    }),
});

export const openInstellingenForm = command({
  name: 'instellingen.formulier',
  input: z.object({}),
  phrases: [/^(?:mijn )?(?:instellingen|voorkeuren) (?:wijzigen|aanpassen)[.!]?$/i],
  run: async (_, { tx, asker }): Promise<Form> =>
    instellingenForm({
      ingevuld: filledIn(await instellingVan(tx, asker.id)),
      platforms: await platformsVan(tx, asker.id),
    }),
});

export const saveInstellingenForm = command({
  name: 'instellingen.opslaan',
  input: z.object({
    platform: word,
    dagen: word,
    tijd: word,
    datums: z.enum(Object.keys(DATUMTALEN) as [Datumtaal]),
    waarover: word,
  }),
  phrases: [],
  changes: true,
  run: (ingevuld, asked) => save(ingevuld, asked),
});

const filledIn = ({ platform, dagen, tijd, datums, alleenTermijn }: Ingesteld): Ingevuld => ({
  platform: platform ?? GEWONE_KEUZE,
  dagen: dagenInWoorden(dagen),
  tijd: tijd ?? GEWONE_KEUZE,
  datums,
  waarover: alleenTermijn ? TERMIJN : GEWONE_KEUZE,
});

async function save(ingevuld: Ingevuld & { datums: Datumtaal }, asked: Asked): Promise<Card | Form> {
  const platforms = await platformsVan(asked.tx, asked.asker.id);
  const dagen = readDagen(ingevuld.dagen);
  if ('fout' in dagen)
    return instellingenForm({ ingevuld, platforms, fout: { veld: 'dagen', zin: dagen.fout } });
  const tijd = ingevuld.tijd === GEWONE_KEUZE ? { tijd: null } : sure(readTijd(ingevuld.tijd));
  const platform = platforms.find((name) => name === ingevuld.platform) ?? null;
  const { datums, waarover } = ingevuld;
  return change(asked, async () => ({
    platform,
    ...dagen,
    ...tijd,
    datums,
    alleenTermijn: waarover === TERMIJN,
  }));
}

function sure<T extends object>(read: T | { fout: string }): T {
  if ('fout' in read) throw new Refusal(read.fout);
  return read;
}

/** Refuses where somebody cannot be reached, and says where they can. */
async function readPlatform(word: string, { tx, asker }: Asked): Promise<PlatformName> {
  const name = word.toLowerCase().replace('e-mail', 'mail').replace('de terminal', 'console');
  const platforms = await platformsVan(tx, asker.id);
  const found = platforms.find((one) => one === name);
  if (found) return found;
  const can = platforms.map((one) => PLATFORMEN[one]).join(', ');
  throw new Refusal(
    `Via ${word} kan ik je niet bereiken. Zeg daar eerst één keer «hallo» tegen mij, of kies uit: ${can}.`,
  );
}

/** Changes how the asker is reminded, and plans what is to come for them again. */
async function change(asked: Asked, next: (now: Ingesteld) => Promise<Ingesteld>): Promise<Card> {
  const { tx, asker, now } = asked;
  await takePersoon(tx, asker.id);
  const van = await instellingVan(tx, asker.id);
  const naar = await next(van);
  if (JSON.stringify(van) === JSON.stringify(naar)) return instellingenOf(asked, 'Zo stond het al.');
  const row = { ...naar, dagen: [...naar.dagen] };
  const { count } = await tx.voorkeur.updateMany({ where: { persoonId: asker.id }, data: row });
  if (count === 0) await tx.voorkeur.create({ data: { ...row, persoonId: asker.id } });
  await addLogregel(asked, 'instellingen', { van: { ...van, dagen: [...van.dagen] }, naar: row });
  await planComing(tx, now, [asker.id]);
  return instellingenOf(asked, 'Opgeslagen.');
}
