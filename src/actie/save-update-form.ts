import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { Refusal } from '../refusal.ts';
import { checkMelding, type Melding, STATUSSEN } from './actie.ts';
import { na } from './confirm-unchanged.ts';
import { storeMelding, toelichting } from './register-update.ts';
import { nummer } from './show-actie.ts';
import { findActie } from './stored-actie.ts';
import { refuseStrangers } from './stored-rechten.ts';
import { updateForm } from './update-form.ts';

const status = z.enum(Object.keys(STATUSSEN) as [Melding['status']]);

export const saveUpdateForm = command({
  name: 'update.opslaan',
  input: z.object({ nummer, na, status, toelichting }),
  phrases: [],
  changes: true,
  run: ({ nummer, na, ...melding }, asked) => save(nummer, na, melding, asked),
});

/** Registers what a form says; gives the form back when somebody was ahead, or a rule says no to a field. */
async function save(nummer: number, na: number, melding: Melding, asked: Asked): Promise<Card | Form> {
  const actie = await findActie(asked.tx, nummer);
  await refuseStrangers(actie, asked);
  if (na !== (actie.updateId ?? 0)) return updateForm(actie, { melding, overtaken: true });
  try {
    checkMelding(nummer, actie.status, melding, asked.asker);
  } catch (error) {
    if (error instanceof Refusal) return updateForm(actie, { melding, error: error.message });
    throw error;
  }
  return storeMelding(actie, melding, asked);
}
