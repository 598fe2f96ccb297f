import { z } from 'zod';
import { command } from '../chat/command.ts';
import { tidy } from '../chat/grammar.ts';
import { ANDER, actieValue, citaatForm } from './citaat-form.ts';
import { MAX_LENGTE } from './regels.ts';
import { actieIn, choicesFor } from './stored-citaat.ts';

/** Where a message stands; what is no link, or too long to keep, is left out. */
export const link = z
  .url({ protocol: /^https$/ })
  .max(MAX_LENGTE.document)
  .catch('')
  .default('');

/** What was said in a message, as far as it fits in a toelichting. */
export const openCitaatForm = command({
  name: 'citaat.formulier',
  input: z.object({ tekst: z.string(), link }),
  phrases: [],
  run: async ({ tekst, link }, asked) => {
    const whole = tidy(tekst);
    const toelichting = whole.slice(0, MAX_LENGTE.toelichting).replace(/[\ud800-\udbff]$/, '');
    const choices = await choicesFor(asked);
    return citaatForm({
      ...choices,
      filled: { toelichting, ...chosen(await actieIn(whole, asked), choices.acties) },
      link,
      sinds: asked.now,
      shortened: whole.length > toelichting.length,
    });
  },
});

/** An actie that is not among the choices is filled in by its number. */
function chosen(nummer: number | undefined, acties: readonly { nummer: number }[]) {
  if (nummer === undefined) return {};
  return acties.some((actie) => actie.nummer === nummer)
    ? { actie: actieValue(nummer) }
    : { actie: ANDER, ander: String(nummer) };
}
