import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { post } from '../chat/post.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { toLocal } from '../kalender/datum.ts';
import { vrijeDagen } from '../kalender/stored-vakantie.ts';
import { type Dagen, plusWerkdagen } from '../kalender/werkdag.ts';
import { findPersoon, persoonById, requireRecht, takePersoon } from '../persoon/stored-persoon.ts';
import { werkVan } from '../persoon/stored-werk.ts';
import { Refusal } from '../refusal.ts';
import { afwezigCard } from './afwezig-card.ts';
import { afwezigForm, type Ingevuld } from './afwezig-form.ts';
import { dagenVan, type Getypt, readAfwezig, type Samen, voeg } from './afwezigheid.ts';
import { type Afwezig, afwezigheden, asDatum, giveOutAgain, VERVANGING, withdraw } from './stored-afwezig.ts';
import { checkVervanger, findVervanger } from './stored-vervanger.ts';

const woorden = z.string().trim().max(300);
const filled = { persoon: z.string().max(254).default(''), van: woorden, tot: woorden, vervanger: woorden };

/** How somebody begins to say that they are away. */
const WEG = '(?:afwezig(?:heid)?|(?:met|op) (?:verlof|vakantie|reis)|er niet|vrij|weg|ziek)';
const DAG = '(?:t/m|tm|tot|vanaf|van \\d|vandaag|morgen|overmorgen|\\w+dag|\\d{1,2}[-/ ])';
const STOP = '(?:stop|stoppen|uit|weg|klaar|voorbij|weer|wie|lijst|melden|toevoegen)';

export const registerAfwezig = command({
  name: 'afwezig.meld',
  input: z.object({ tekst: z.string().trim().min(1).max(600) }),
  phrases: [
    new RegExp(`^(?:meld )?afwezig(?:heid)?:? (?!${STOP}[.!?]*$)(?!.* ${STOP}[.!?]*$)(?<tekst>[^?]+)$`, 'is'),
    new RegExp(`^(?:ik )?(?:ben|ga) ${WEG},? (?=.*${DAG})(?<tekst>[^?]+)$`, 'is'),
    new RegExp(
      `^ik ben (?=(?:vandaag|morgen|overmorgen|\\w+dag|van|vanaf|tot|t/m|tm) )(?<tekst>[^?]+?) ${WEG}[.!]?$`,
      'is',
    ),
  ],
  changes: true,
  run: async ({ tekst }, asked): Promise<Card> => {
    const today = toLocal(asked.now).toPlainDate();
    const typed = readAfwezig(tekst, today);
    if (!typed) {
      throw new Refusal(
        `Ik begrijp niet tot wanneer. Schrijf bijvoorbeeld «afwezig t/m 9 januari» of «afwezig van 21 december t/m 9 januari, vervanger Fatima».`,
      );
    }
    return register(typed, asked);
  },
});

export const openAfwezigForm = command({
  name: 'afwezig.formulier',
  input: z.object({ wie: z.string().trim().max(254).optional() }),
  phrases: [
    /^(?:meld )?afwezig(?:heid)?(?: (?:melden|toevoegen))?[.!]?$/i,
    /^ik (?:ben|ga) (?:afwezig|ziek|er niet|(?:met|op) (?:verlof|vakantie))[.!]?$/i,
    /^(?:afwezig(?:heid)? (?:melden|toevoegen)|meld afwezig) voor (?<wie>.{1,254}?)[.!]?$/i,
  ],
  run: async ({ wie }, asked): Promise<Form> => {
    const persoon = await whose(wie, asked);
    const ingevuld = {
      persoon: persoon.id === asked.asker.id ? '' : persoon.email,
      van: '',
      tot: '',
      vervanger: '',
    };
    return afwezigForm({ ingevuld, naam: ingevuld.persoon ? persoon.naam : undefined });
  },
});

export const saveAfwezigForm = command({
  name: 'afwezig.opslaan',
  input: z.object(filled),
  phrases: [],
  changes: true,
  run: (ingevuld, asked) => save(ingevuld, asked),
});

/** Registers what the form says; gives it back, with the reason at the field, when it cannot be. */
async function save(ingevuld: Ingevuld, asked: Asked): Promise<Card | Form> {
  const { persoon, van, tot, vervanger } = ingevuld;
  const today = toLocal(asked.now).toPlainDate();
  const back = (veld: keyof Ingevuld, zin: string) => afwezigForm({ ingevuld, fout: { veld, zin } });
  const self = await whose(persoon, asked);
  try {
    dagenVan({ van, tot, tussen: false }, today);
  } catch (error) {
    if (error instanceof Refusal) return back('tot', error.message);
    throw error;
  }
  try {
    await findVervanger(vervanger, self, asked.tx);
  } catch (error) {
    if (error instanceof Refusal) return back('vervanger', error.message);
    throw error;
  }
  return register({ wie: persoon, van: van || undefined, tot, tussen: false, vervanger }, asked);
}

/** Who it is about: the asker, or who the secretaris names. */
export async function whose(wie: string | undefined, asked: Asked) {
  const { tx, asker } = asked;
  if (!wie || /^(?:ik|mij|mezelf|ikzelf)$/i.test(wie)) return persoonById(tx, asker.id);
  const persoon = await findPersoon(tx, wie);
  if (persoon.id !== asker.id)
    await requireRecht(asked, 'personen beheren', 'voor een ander afwezigheid melden');
  return persoon;
}

/** From now on somebody else answers in those days. What was said before about the same days is joined or replaced. */
async function register(typed: Getypt, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  const today = toLocal(now).toPlainDate();
  const persoon = await whose(typed.wie, asked);
  const dagen = dagenVan(typed, today);
  const named = await findVervanger(typed.vervanger, persoon, tx);
  // Of two at the same time the second sees what the first has said.
  await takePersoon(tx, persoon.id);
  const known = await afwezigheden(tx, today, { persoonId: persoon.id });
  const samen = voeg({ ...dagen, vervangerId: named === null ? null : named?.id }, known, today);
  const vervanger = named ?? (samen.vervangerId === null ? null : await persoonById(tx, samen.vervangerId));
  const warnings = vervanger ? await checkVervanger(vervanger, persoon, samen, asked) : [];
  if (isSame(samen)) throw new Refusal(`Al verwerkt: dat stond er al. Typ «afwezig wie» om het te zien.`);
  const row = await store(persoon.id, samen, asked);
  // A bestuurder is not written to: who registers it tells them.
  const told = vervanger?.rol === 'bestuurder' ? undefined : vervanger?.id;
  if (told !== undefined)
    await post(tx, [{ persoonId: told, soort: VERVANGING, inhoud: { afwezigheid: row } }], now);
  await giveOutIfAway(persoon.id, told, samen, asked);
  const { acties } = await werkVan(tx, persoon, now);
  const self = persoon.id === asked.asker.id;
  return afwezigCard({
    id: row,
    persoon,
    self,
    vervanger,
    dagen: samen,
    terug: plusWerkdagen(samen.tot.add({ days: 1 }), 0, await vrijeDagen(tx)),
    oud: samen,
    acties,
    warnings,
    today,
    now,
  });
}

const isSame = ({ oud, van, tot, vervangerId }: Samen<Afwezig>): boolean =>
  oud.length === 1 &&
  oud.every((one) => one.van.equals(van) && one.tot.equals(tot) && one.vervangerId === vervangerId);

async function store(persoonId: number, samen: Samen<Afwezig>, asked: Asked): Promise<number> {
  const { tx, now } = asked;
  const { van, tot, vervangerId, oud } = samen;
  // Who stood in and still does, hears how it is now, and not also that it is over.
  await withdraw(tx, oud, now, (row) => row.vervangerId !== vervangerId);
  const gemeldOp = new Date(now.epochMilliseconds);
  const { id } = await tx.afwezigheid.create({
    data: { persoonId, van: asDatum(van), tot: asDatum(tot), vervangerId, gemeldOp },
    select: { id: true },
  });
  const inhoud = { persoon: persoonId, van: `${van}`, tot: `${tot}`, vervanger: vervangerId };
  await addLogregel(asked, 'afwezig', { ...inhoud, in_plaats_van: oud.map((row) => row.id) });
  return id;
}

/** What waited for somebody who is away now, to be delivered or for their hours, is for who stands in. */
async function giveOutIfAway(
  id: number,
  vervanger: number | undefined,
  { van }: Dagen,
  asked: Asked,
): Promise<void> {
  const today = toLocal(asked.now).toPlainDate();
  if (Temporal.PlainDate.compare(van, today) > 0) return;
  await giveOutAgain(asked, { van: id, naar: vervanger });
  await planComing(asked.tx, asked.now, [id]);
}
