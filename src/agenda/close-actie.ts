import { z } from 'zod';
import { isEnded, STATUSSEN, type Status, statusText } from '../actie/actie.ts';
import { bezwaarTegen } from '../actie/regels.ts';
import { storeMelding } from '../actie/register-update.ts';
import { nummer, show } from '../actie/show-actie.ts';
import { findActie, type StoredActie } from '../actie/stored-actie.ts';
import { meldingNow } from '../actie/update.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { propose, type Soort } from '../voorstel/stored-voorstel.ts';
import { closeForm } from './close-form.ts';
import { tekst } from './stored-form.ts';
import { gevolgenOfTrekkers } from './stored-gevolg.ts';
import { requireKeeper } from './stored-recht.ts';
import { takeOne } from './stored-velden.ts';
import { closeZinnen } from './wijziging-card.ts';

const einde = z.enum(['afgerond', 'gestopt']);
const van = z.enum(Object.keys(STATUSSEN) as [Status]);
const inhoud = z.object({ nummer, na: z.number().int(), van, naar: einde, toelichting: z.string() });

/** An actie ends, by an update as any other. `na`: the update that held when it was seen, 0 for none. */
export const actieAfsluiten: Soort<z.output<typeof inhoud>> = {
  naam: 'actie-afsluiten',
  inhoud,
  refresh: async ({ nummer, naar, toelichting }, asked) => {
    const { updateId, status } = await takeToClose(nummer, asked);
    return { nummer, na: updateId ?? 0, van: status, naar, toelichting };
  },
  preview: async ({ nummer, van, naar, toelichting }, { tx }) => {
    const actie = await findActie(tx, nummer);
    const why = toelichting === '' ? [] : [{ label: 'Toelichting', value: toelichting }];
    return {
      titel: `#${nummer} ${actie.titel}`,
      facts: [{ label: 'Status', value: `${statusText(van)} → ${statusText(naar)}` }, ...why],
      gevolgen: closeZinnen(await gevolgenOfTrekkers(tx, actie, [])),
      knop: 'Afsluiten',
    };
  },
  carryOut: async ({ nummer, naar, toelichting }, asked) => {
    const actie = await findActie(asked.tx, nummer);
    return storeMelding(actie, { ...meldingNow(actie), status: naar, toelichting }, asked);
  },
  present: ({ nummer }, asked) => show(nummer, asked),
};

/** The actie, taken. Refuses one that has ended already. */
async function takeToClose(nummer: number, asked: Asked): Promise<StoredActie> {
  await requireKeeper(asked);
  const actie = await takeOne(asked.tx, nummer);
  if (!isEnded(actie.status)) return actie;
  throw new Refusal(
    `Actie #${nummer} is al ${STATUSSEN[actie.status].naam.toLowerCase()}. Typ «actie ${nummer}» om te zien wat er staat.`,
  );
}

export const openCloseForm = command({
  name: 'actie.sluit',
  input: z.object({ nummer }),
  phrases: [
    /^(?:actie )?#?(?<nummer>\d+)[:,]? (?:afsluiten|sluiten|sluit(?: af)?)[.!]?$/i,
    /^sluit (?:actie )?#?(?<nummer>\d+)(?: af)?[.!]?$/i,
  ],
  run: async ({ nummer }, asked) => closeForm(await takeToClose(nummer, asked)),
});

/** Its form, handed in. */
export const closeActie = command({
  name: 'actie.sluit.toon',
  input: z.object({ nummer, status: einde, toelichting: tekst }),
  phrases: [],
  changes: true,
  run: ({ nummer, status, toelichting }, asked) => close(nummer, status, toelichting, asked),
});

async function close(
  nummer: number,
  naar: z.output<typeof einde>,
  toelichting: string,
  asked: Asked,
): Promise<Card | Form> {
  const actie = await takeToClose(nummer, asked);
  const van = meldingNow(actie);
  const today = toLocal(asked.now).toPlainDate();
  const bezwaar = bezwaarTegen(
    { ...van, status: naar, toelichting },
    { nummer, van, asker: asked.asker, today },
  );
  if (bezwaar) return closeForm(actie, { status: naar, toelichting, error: bezwaar.zin });
  return propose(actieAfsluiten, { nummer, na: 0, van: actie.status, naar, toelichting }, asked);
}
