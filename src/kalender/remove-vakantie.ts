import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { namedVakanties, refuseOthers } from './stored-vakantie.ts';
import { kortText } from './vakantie.ts';
import { messageCard } from './vakanties-card.ts';

const NAAM = "(?<naam>[\\p{L}' -]{2,60}?)(?: (?<jaar>20\\d{2}))?";

/** «vakantie weg kerst», «vakantie kerst 2026 weg». */
export const removeVakantie = command({
  name: 'vakantie.weg',
  input: z.object({ naam: z.string(), jaar: z.coerce.number().int().optional() }),
  phrases: [
    new RegExp(`^vakantie (?:weg|verwijder(?:en)?) ${NAAM}[.!]?$`, 'iu'),
    new RegExp(`^vakantie ${NAAM} (?:weg|verwijder(?:en)?)[.!]?$`, 'iu'),
    /^(?<naam>bouwvak)(?: (?<jaar>20\d{2}))? weg[.!]?$/i,
  ],
  changes: true,
  run: ({ naam, jaar }, asked) => remove(naam, jaar, asked),
});

async function remove(typed: string, jaar: number | undefined, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked);
  const [found, ...more] = await namedVakanties(asked, typed, jaar);
  const { id, naam, van } = found;
  if (more.length > 0) {
    const all = [found, ...more].map(kortText).join('; ');
    throw new Refusal(
      `Er staat meer dan één ${naam}: ${all}. Zet het jaar erbij, bijvoorbeeld «vakantie weg ${naam} ${van.year}».`,
    );
  }
  await tx.vakantie.deleteMany({ where: { id } });
  await addLogregel(asked, 'vakantie weg', { naam, dagen: kortText(found) });
  await planComing(tx, now);
  return messageCard([`Weg: ${naam}, ${kortText(found)}.`], now);
}
