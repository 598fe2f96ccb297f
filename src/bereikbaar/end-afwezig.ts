import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { toLocal } from '../kalender/datum.ts';
import { takePersoon } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';
import { aanwezigCard } from './afwezig-card.ts';
import { isBefore } from './afwezigheid.ts';
import { whose } from './register-afwezig.ts';
import { type Afwezig, afwezigheden, afwezigheidById, giveOutAgain, withdraw } from './stored-afwezig.ts';

const STOP = '(?:stop|stoppen|uit|weg|klaar|voorbij|weer)';

export const endAfwezig = command({
  name: 'afwezig.eindig',
  input: z.object({
    wie: z.string().trim().max(254).optional(),
    afwezigheid: z.number().int().optional(),
  }),
  phrases: [
    new RegExp(
      `^(?:ik ben (?:er weer|(?:weer )?terug|weer (?:aanwezig|beter))|(?:weer )?aanwezig|afwezig(?:heid)? ${STOP})[.!]*$`,
      'i',
    ),
    new RegExp(`^afwezig(?:heid)? (?:van )?(?<wie>.{1,254}?) ${STOP}[.!]?$`, 'i'),
    /^(?:weer )?aanwezig (?<wie>.{1,254}?)[.!]?$/i,
  ],
  changes: true,
  run: ({ wie, afwezigheid }, asked) => end(wie, afwezigheid, asked),
});

/** Ends the absence of now; where there is none of now, the ones to come. `only`: that one. */
async function end(wie: string | undefined, only: number | undefined, asked: Asked): Promise<Card> {
  const { tx, asker, now } = asked;
  const named = only === undefined ? undefined : await afwezigheidById(tx, only);
  const persoon = await whose(named ? named.persoon.email : wie, asked);
  await takePersoon(tx, persoon.id);
  const self = persoon.id === asker.id;
  const today = toLocal(now).toPlainDate();
  const rows = meant(await afwezigheden(tx, today, { persoonId: persoon.id }), only, today);
  if (rows.length === 0) {
    const who = self ? 'Je staat' : `${persoon.naam} staat`;
    throw new Refusal(`${only === undefined ? '' : 'Al verwerkt: '}${who} niet als afwezig in de lijst.`);
  }
  const standIns = rows.flatMap(({ vervangerId }) => vervangerId ?? []);
  await withdraw(tx, rows, now);
  for (const van of standIns) await giveOutAgain(asked, { van, naar: undefined, over: persoon.id });
  await planComing(tx, now, [persoon.id]);
  await addLogregel(asked, 'weer aanwezig', { persoon: persoon.id, afwezigheid: rows.map(({ id }) => id) });
  return aanwezigCard(persoon, { self, rows, today, now });
}

function meant(rows: readonly Afwezig[], only: number | undefined, today: Temporal.PlainDate): Afwezig[] {
  if (only !== undefined) return rows.filter(({ id }) => id === only);
  const current = rows.filter(({ van }) => !isBefore(today, van));
  return current.length > 0 ? current : [...rows];
}
