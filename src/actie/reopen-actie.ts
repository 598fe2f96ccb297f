import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { mag } from '../persoon/rechten.ts';
import { Refusal } from '../refusal.ts';
import { isEnded, STATUSSEN } from './actie.ts';
import { storeMelding } from './register-update.ts';
import { nummer } from './show-actie.ts';
import { findActie } from './stored-actie.ts';
import { refuseStrangers } from './stored-rechten.ts';
import { meldingNow } from './update.ts';

export const reopenActie = command({
  name: 'update.heropenen',
  input: z.object({ nummer, reden: z.string().trim().default('') }),
  phrases: [
    /^(?:actie )?#?(?<nummer>\d+)[:,]? (?:heropenen|heropen|weer openen)(?:[:,]? (?<reden>.+))?$/is,
    /^(?:heropenen|heropen) (?:actie )?#?(?<nummer>\d+)(?:[:,]? (?<reden>.+))?$/is,
  ],
  changes: true,
  run: ({ nummer, reden }, asked) => reopen(nummer, reden, asked),
});

/** Makes an actie that has ended what it was before; the rules ask for the reason and for who may. */
async function reopen(nummer: number, reden: string, asked: Asked): Promise<Card> {
  const actie = await findActie(asked.tx, nummer);
  await refuseStrangers(actie, asked);
  if (!isEnded(actie.status)) {
    const naam = STATUSSEN[actie.status].naam.toLowerCase();
    throw new Refusal(`Actie #${nummer} is niet gesloten: de status is «${naam}».`);
  }
  if (reden === '' && mag(asked.asker, 'alle acties melden')) {
    throw new Refusal(
      `Schrijf erbij waarom, bijvoorbeeld: «actie ${nummer} heropenen Er is toch nog budget».`,
    );
  }
  const before = actie.laatste?.statusVan ?? 'loopt';
  const status = isEnded(before) ? 'loopt' : before;
  return storeMelding(actie, { ...meldingNow(actie), status, toelichting: reden }, asked);
}
