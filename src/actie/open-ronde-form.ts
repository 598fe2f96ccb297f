import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { Refusal } from '../refusal.ts';
import { bericht } from './register-update.ts';
import { NIETS } from './ronde.ts';
import { roundDoneCard } from './ronde-card.ts';
import { rondeForm } from './ronde-form.ts';
import { findRonde, type Vanaf } from './stored-ronde.ts';

const vanaf = z.number().int().min(0).default(0);
export const wacht = z.boolean().default(false);

export const openRondeForm = command({
  name: 'ronde.formulier',
  input: z.object({ vanaf, wacht, bericht }),
  phrases: [
    /^(?:acties? )?(?:alles|(?:al |alle )?mijn(?: open)?(?: acties)?|onze acties) (?:bijwerken|updaten|melden)[.!]?$/i,
    /^(?:alle )?acties (?:mijn )?bijwerken[.!]?$/i,
    /^werk (?:alles|(?:al )?mijn acties) bij[.!]?$/i,
  ],
  run: (from, asked) => open(from, asked),
});

/** Asks about all the asker's own acties at once, as many as fit. */
async function open(from: Vanaf, asked: Asked): Promise<Card | Form> {
  const { acties, rest } = await findRonde(from, asked);
  if (acties.length === 0 && (from.wacht || from.vanaf > 0)) return roundDoneCard(asked.now);
  if (acties.length === 0) {
    throw new Refusal(
      `${asked.asker.organisatie.naam} trekt geen acties die nog open zijn. Typ «acties» voor de hele lijst.`,
    );
  }
  const beurten = acties.map((actie) => ({ actie, ingevuld: NIETS }));
  return rondeForm({ beurten, rest, wacht: from.wacht, bericht: from.bericht });
}
