import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { parseMoment, requireMoment, toLocal } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { STATUSSEN, type Status } from './actie.ts';
import { na } from './confirm-unchanged.ts';
import { toCorrect } from './correct-update.ts';
import { bezwaarTegen } from './regels.ts';
import { bericht, namens, storeMelding } from './register-update.ts';
import { nummer } from './show-actie.ts';
import { findActie, type StoredActie } from './stored-actie.ts';
import { findMelder, type Melder } from './stored-melder.ts';
import { type Melding, meldingNow, meldingOf, merge, saysTheSame } from './update.ts';
import { alreadyCard } from './update-card.ts';
import { type FormState, updateForm } from './update-form.ts';

const text = z.string().trim().default('');
const corrigeert = z.number().int().optional();
const fields = z.object({
  status: z.enum(Object.keys(STATUSSEN) as [Status]),
  toelichting: text,
  volgendeStap: text,
  verwachtOp: text,
  knelpunt: text,
  document: text,
});

export const saveUpdateForm = command({
  name: 'update.opslaan',
  input: fields.extend({ nummer, na, namens, bericht, corrigeert }),
  phrases: [],
  changes: true,
  run: ({ nummer, na, namens, bericht, corrigeert, ...filled }, asked) =>
    save({ nummer, na, namens, bericht, corrigeert }, filled, asked),
});

type Memory = Melder & { nummer: number; na: number; corrigeert: number | undefined };

/** Registers what a form says; gives it back when somebody was ahead, or a rule says no to a field. */
async function save(memory: Memory, filled: z.infer<typeof fields>, asked: Asked): Promise<Card | Form> {
  const actie = await findActie(asked.tx, memory.nummer);
  const today = toLocal(asked.now).toPlainDate();
  const namens = await findMelder(actie, memory, asked);
  const { bericht } = memory;
  const { melding, bezwaar: unread } = read(filled, meldingNow(actie), today);
  if (memory.na !== (actie.updateId ?? 0))
    return afterAnother(actie, memory.na, melding, { namens, bericht }, asked);
  const corrigeert = memory.corrigeert ? await toCorrect(actie, memory.corrigeert, asked) : undefined;
  const van = corrigeert?.van ?? meldingNow(actie);
  const bezwaar = unread ?? bezwaarTegen(melding, { nummer: actie.nummer, van, asker: asked.asker, today });
  if (!bezwaar) return storeMelding(actie, melding, asked, { namens, corrigeert });
  const asTyped = unread ? filled.verwachtOp : undefined;
  return updateForm({ actie, melding, namens, bericht, corrigeert: corrigeert?.id, bezwaar, asTyped });
}

/** The values of a form as a melding; a date that is none stays as it was, with the reason why. */
function read(
  { verwachtOp, document, ...rest }: z.infer<typeof fields>,
  van: Melding,
  today: Temporal.PlainDate,
) {
  const melding = { ...rest, document: /^www\./i.test(document) ? `https://${document}` : document };
  if (verwachtOp === '') return { melding: { ...melding, verwachtOp: null } };
  const read = parseMoment(verwachtOp, today);
  if (read) return { melding: { ...melding, verwachtOp: read.date } };
  return { melding: { ...melding, verwachtOp: van.verwachtOp }, bezwaar: unreadable(verwachtOp, today) };
}

function unreadable(typed: string, today: Temporal.PlainDate) {
  try {
    requireMoment(typed, today, 'vooruit');
  } catch (error) {
    if (error instanceof Refusal) return { veld: 'verwachtOp' as const, zin: error.message };
    throw error;
  }
  return undefined;
}

/** Somebody reported while the form was open: who hands it in sees both, and chooses. Handed in twice is once. */
async function afterAnother(
  actie: StoredActie,
  na: number,
  mine: Melding,
  door: Pick<FormState, 'namens' | 'bericht'>,
  { tx, asker, now }: Asked,
): Promise<Card | Form> {
  const theirs = meldingNow(actie);
  if (actie.laatste?.persoonId === asker.id && saysTheSame(theirs, mine)) return alreadyCard(actie, now);
  const basis = na === 0 ? null : await tx.update.findFirst({ where: { id: na, actieId: actie.id } });
  const before = basis ? meldingOf(basis.statusNaar, basis) : meldingOf(await firstStatus(tx, actie), null);
  const { melding, botsingen } = merge(before, mine, theirs);
  return updateForm({ actie, melding, ...door, intussen: { theirs, botsingen } });
}

/** What the status was before anything was reported. */
async function firstStatus(tx: Asked['tx'], { id, status }: StoredActie): Promise<Status> {
  const first = await tx.update.findFirst({ where: { actieId: id }, orderBy: { id: 'asc' } });
  return first?.statusVan ?? status;
}
