import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { STATUSSEN, type Status } from './actie.ts';
import { ANDER, BLIJFT, type CitaatState, type CitaatVeld, citaatForm } from './citaat-form.ts';
import { link } from './open-citaat-form.ts';
import { type Bezwaar, bezwaarTegen } from './regels.ts';
import { storeMelding } from './register-update.ts';
import { findActie, type StoredActie } from './stored-actie.ts';
import { choicesFor } from './stored-citaat.ts';
import { findNamens } from './stored-namens.ts';
import { refuseStrangers } from './stored-rechten.ts';
import { inOneLine, type Melding, meldingNow, saysTheSame } from './update.ts';
import { alreadyCard } from './update-card.ts';

const text = z.string().trim().default('');

export const saveCitaatForm = command({
  name: 'citaat.opslaan',
  input: z.object({
    link,
    sinds: z.string().transform((text) => Temporal.Instant.from(text)),
    actie: text,
    ander: text,
    status: z.enum([BLIJFT, ...(Object.keys(STATUSSEN) as Status[])]),
    toelichting: text,
  }),
  phrases: [],
  changes: true,
  run: ({ link, sinds, ...filled }, asked) => save({ link, sinds, filled }, asked),
});

type Filled = { actie: string; ander: string; status: Status | typeof BLIJFT; toelichting: string };
type HandedIn = Pick<CitaatState, 'link' | 'sinds'> & { filled: Filled };

/** Registers what was made of a message; a rule that says no is shown at its field, so that nothing typed is lost. */
async function save({ link, sinds, filled }: HandedIn, asked: Asked): Promise<Card | Form> {
  const again = async (why: Partial<CitaatState>) =>
    citaatForm({ ...(await choicesFor(asked)), filled, link, sinds, ...why });
  const wrong = (veld: CitaatVeld, zin: string) => again({ bezwaar: { veld, zin } });
  const actie = await chosenActie(filled, asked);
  if (actie instanceof Refusal) return wrong(filled.actie === ANDER ? 'ander' : 'actie', actie.message);
  const melding = meldingFrom(actie, filled, link);
  const at = actie.laatste?.gemeldOp.toTemporalInstant();
  if (at && Temporal.Instant.compare(at, sinds) > 0) {
    const mine = actie.laatste?.persoonId === asked.asker.id && saysTheSame(meldingNow(actie), melding);
    return mine ? alreadyCard(actie, asked.now) : again({ intussen: actie, sinds: asked.now });
  }
  if (filled.toelichting === '') return wrong('toelichting', 'Schrijf erbij hoe het met de actie staat.');
  const context = { nummer: actie.nummer, van: meldingNow(actie), asker: asked.asker };
  const bezwaar = bezwaarTegen(melding, { ...context, today: toLocal(asked.now).toPlainDate() });
  if (bezwaar) return wrong(fieldOf(bezwaar), bezwaar.zin);
  return storeMelding(actie, melding, asked, { namens: await findNamens(actie, undefined, asked) });
}

const fieldOf = ({ veld }: Bezwaar): CitaatVeld => (veld === 'status' ? 'status' : 'toelichting');

/** The actie to report on; the refusal, when it does not exist or is not the asker's to report on. */
async function chosenActie({ actie, ander }: Filled, asked: Asked): Promise<StoredActie | Refusal> {
  const nummer = Number.parseInt((actie === ANDER ? ander : actie).replace(/^(?:actie\s*)?#?/i, ''), 10);
  if (!Number.isSafeInteger(nummer)) return new Refusal('Vul het nummer van de actie in, bijvoorbeeld 12.');
  try {
    const found = await findActie(asked.tx, nummer);
    await refuseStrangers(found, asked);
    return found;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The link to the message is kept where there is none yet. */
function meldingFrom(actie: StoredActie, { status, toelichting }: Filled, link: string): Melding {
  const melding = inOneLine(actie, status === BLIJFT ? undefined : status, toelichting);
  return { ...melding, document: melding.document || link };
}
