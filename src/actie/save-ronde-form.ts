import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { refreshHerinneringen } from '../herinnering/refresh-herinneringen.ts';
import { toLocal } from '../kalender/datum.ts';
import { STATUSSEN, type Status } from './actie.ts';
import { na } from './confirm-unchanged.ts';
import { wacht } from './open-ronde-form.ts';
import { bezwaarTegen } from './regels.ts';
import { addUpdate, bericht } from './register-update.ts';
import { type Ingevuld, meldingIn, veldNaam } from './ronde.ts';
import { type Gemeld, rondeCard } from './ronde-card.ts';
import { type Beurt, rondeForm } from './ronde-form.ts';
import { lockActies, type StoredActie } from './stored-actie.ts';
import { findMelder } from './stored-melder.ts';
import { countRonde, type Vanaf } from './stored-ronde.ts';
import { type Melding, meldingNow, saysTheSame } from './update.ts';

const keuze = z.enum(['overslaan', 'ongewijzigd', ...(Object.keys(STATUSSEN) as Status[])]);
const toelichting = z.string().trim().default('');

export const saveRondeForm = command({
  name: 'ronde.opslaan',
  // The fields stand beside them: two for every actie.
  input: z.looseObject({ acties: z.array(z.tuple([z.number().int(), na])).min(1), wacht, bericht }),
  phrases: [],
  changes: true,
  run: ({ acties, wacht, bericht, ...fields }, asked) =>
    save(new Map(acties), { wacht, bericht }, fields, asked),
});

/** One actie that something was said about. */
type Gevuld = Beurt & { melding: Melding | undefined; already: boolean };

/** Registers all that was filled in, or nothing: then the form comes back with everything that was typed. */
async function save(
  na: ReadonlyMap<number, number>,
  from: Omit<Vanaf, 'vanaf'>,
  fields: Record<string, unknown>,
  asked: Asked,
): Promise<Card | Form> {
  const acties = await lockActies(asked.tx, [...na.keys()]);
  const beurten = acties.map((actie) => beurtOf(actie, na.get(actie.nummer), fields, asked));
  const vanaf = Math.max(...na.keys()) + 1;
  const back = beurten.some(({ intussen }) => intussen)
    ? beurten.map((beurt) => ({ ...beurt, bezwaar: undefined }))
    : beurten;
  const left = () => countRonde({ ...from, vanaf }, asked);
  if (back.some(({ bezwaar, intussen }) => bezwaar || intussen))
    return rondeForm({ beurten: back, rest: await left(), ...from });
  const gemeld: Gemeld[] = [];
  for (const { actie, melding, already } of beurten) {
    if (!melding || already) continue;
    const namens = await findMelder(actie, from, asked);
    gemeld.push({
      actie,
      van: meldingNow(actie),
      melding,
      id: await addUpdate(actie, melding, asked, { namens }),
    });
  }
  await refreshHerinneringen(asked.tx, { acties: gemeld.map(({ actie }) => actie.id) }, asked.now);
  const already = beurten.filter((beurt) => beurt.already).length;
  return rondeCard({ gemeld, already, verder: { ...from, vanaf, rest: await left() }, now: asked.now });
}

function beurtOf(
  actie: StoredActie,
  na: number | undefined,
  fields: Record<string, unknown>,
  { asker, now }: Asked,
): Gevuld {
  const ingevuld: Ingevuld = {
    keuze: keuze.catch('overslaan').parse(fields[veldNaam('keuze', actie.nummer)]),
    toelichting: toelichting.catch('').parse(fields[veldNaam('toelichting', actie.nummer)]),
  };
  const melding = meldingIn(actie, ingevuld);
  const ahead = melding !== undefined && na !== (actie.updateId ?? 0);
  // The same form handed in a second time: its own update is no reason to ask.
  const already = ahead && actie.laatste?.persoonId === asker.id && saysTheSame(meldingNow(actie), melding);
  const today = toLocal(now).toPlainDate();
  const bezwaar = already ? undefined : bezwaarBij(actie, ingevuld, melding, { asker, today });
  return { actie, ingevuld, melding, already, intussen: ahead && !already, bezwaar };
}

function bezwaarBij(
  actie: StoredActie,
  { toelichting }: Ingevuld,
  melding: Melding | undefined,
  context: { asker: Asked['asker']; today: Temporal.PlainDate },
): Beurt['bezwaar'] {
  const { nummer } = actie;
  if (!melding) {
    const zin = `Je schreef iets bij #${nummer}. Kies ook een status, of haal de tekst weg.`;
    return toelichting === '' ? undefined : { bij: 'keuze', zin };
  }
  const bezwaar = bezwaarTegen(melding, { nummer, van: meldingNow(actie), ...context });
  return bezwaar && { bij: bezwaar.veld === 'toelichting' ? 'toelichting' : 'keuze', zin: bezwaar.zin };
}
