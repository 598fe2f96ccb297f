import type { Asked } from '../chat/command.ts';
import { isKomend } from '../overleg/stored-vergadering.ts';
import { Refusal } from '../refusal.ts';
import { VRAGEND } from './herinnering.ts';
import { eigenVraag } from './stored-eigen-vraag.ts';
import type { Vraag } from './stored-vraag.ts';
import { kanLater } from './uitstel.ts';
import { termijnText } from './uitstel-card.ts';

/**
 * The question that is put off: of that message, or the last one that the asker got and can put off. Refuses where
 * there is none, and says why of the last one in which something is open.
 */
export async function openVraag(bericht: number | undefined, asked: Asked): ReturnType<typeof eigenVraag> {
  let refusal: Refusal | undefined;
  for (const id of bericht === undefined ? await berichtenVan(asked) : [bericht]) {
    const own = await eigenVraag(id, asked);
    if (!own.vraag) return own;
    if (own.vraag.delen.every(({ open }) => open.length === 0)) continue;
    const why = bezwaarVan(own.vraag, asked.now);
    if (!why) return own;
    refusal ??= why;
  }
  throw (
    refusal ??
    new Refusal('Er staat geen vraag voor je open om uit te stellen. Typ «acties mijn» voor je acties.')
  );
}

/** Why a question in which something is open cannot be put off; undefined: it can. */
function bezwaarVan({ soort, termijn }: Vraag, now: Temporal.Instant): Refusal | undefined {
  if (soort === 'escalatie')
    return new Refusal(
      'Deze vraag kwam bij jou omdat er eerder niemand antwoordde. Uitstellen kan niet meer. Druk op «Bijwerken» of «Ongewijzigd».',
    );
  if (kanLater(now, termijn)) return undefined;
  return new Refusal(
    `Uitstellen kan niet meer: de aanlevertermijn is ${termijnText(termijn)}. Druk op «Bijwerken» of «Ongewijzigd», of typ «mijn acties bijwerken».`,
  );
}

/** The messages by which the asker was asked for a vergadering to come, the last one first. */
async function berichtenVan({ tx, asker, now }: Asked): Promise<number[]> {
  const rows = await tx.herinnering.findMany({
    where: {
      ...{ status: 'overgedragen', soort: { in: [...VRAGEND] }, bericht: { persoonId: asker.id } },
      vergadering: isKomend(now),
    },
    orderBy: [{ geplandOp: 'desc' }, { berichtId: 'desc' }],
    select: { berichtId: true },
  });
  return [...new Set(rows.flatMap(({ berichtId }) => berichtId ?? []))];
}
