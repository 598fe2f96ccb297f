import { z } from 'zod';
import { vervangersVoor } from '../bereikbaar/stored-afwezig.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { post } from '../chat/post.ts';
import type { Tx } from '../db/database.ts';
import { tijdText, toLocal } from '../kalender/datum.ts';
import { AANWEZIG, askable, wieMag } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';
import { carries, isEnded, refuseMerged, STATUSSEN } from './actie.ts';
import { nummer } from './show-actie.ts';
import { findActie, type StoredActie } from './stored-actie.ts';
import { requestedCard } from './verzoek-card.ts';

const UPDATE = '(?:(?:om|naar) )?(?:een )?(?:update|stand van zaken)';

export const requestUpdate = command({
  name: 'update.vraag',
  input: z.object({ nummer }),
  phrases: [
    new RegExp(
      `^(?:vraag|verzoek) ${UPDATE}(?: (?:van|over|bij|voor|aan|op))?(?: de)?(?: trekkers? van)? (?:actie )?#?(?<nummer>\\d+)[?.!]*$`,
      'i',
    ),
    new RegExp(`^(?:actie )?#?(?<nummer>\\d+)[:,]? (?:vraag|verzoek) ${UPDATE}[?.!]*$`, 'i'),
    new RegExp(`^(?:actie )?#?(?<nummer>\\d+)[:,]? ${UPDATE} vragen[?.!]*$`, 'i'),
  ],
  changes: true,
  run: ({ nummer }, asked) => request(nummer, asked),
});

/** Asks the trekkers of an actie how it stands: once a day, whoever asks. Refuses where nobody can answer. */
async function request(nummer: number, asked: Asked): Promise<Card> {
  const { tx, asker, now } = asked;
  const actie = await findActie(tx, nummer);
  refuseMerged(actie);
  if (isEnded(actie.status)) {
    const naam = STATUSSEN[actie.status].naam.toLowerCase();
    throw new Refusal(
      `Actie #${nummer} is ${naam}: daar komt geen update meer van. Typ «actie ${nummer} historie» voor wat er is gemeld.`,
    );
  }
  const trekkers = await personsOf(tx, actie);
  const others = (await presentFor(trekkers, asked)).filter(({ id }) => id !== asker.id);
  if (others.length === 0) throw await nobodyToAsk(tx, nummer, trekkers.length > 0);
  await record(actie, asked);
  const inhoud = { nummer, na: actie.updateId ?? 0, vrager: asker.id };
  await post(
    tx,
    others.map(({ id }) => ({ persoonId: id, soort: 'verzoek', inhoud })),
    now,
  );
  await addLogregel(asked, 'update gevraagd', inhoud);
  return requestedCard(actie, others, now);
}

/** Whose work it is to report on it. */
async function personsOf(tx: Tx, { trekkers }: StoredActie) {
  return (await askable(tx)).filter((persoon) => carries(persoon, trekkers));
}

/** Who is away is not asked, but who stands in for them, where there is somebody. */
async function presentFor<P extends { id: number }>(trekkers: readonly P[], { tx, now }: Asked) {
  const instead = await vervangersVoor(
    tx,
    trekkers.map(({ id }) => id),
    now,
  );
  if (instead.size === 0) return trekkers;
  const ids = new Set(trekkers.map(({ id }) => instead.get(id) ?? id));
  return tx.persoon.findMany({ where: { id: { in: [...ids] }, ...AANWEZIG }, orderBy: { id: 'asc' } });
}

/** `self`: the asker is the only one. */
async function nobodyToAsk(tx: Tx, nummer: number, self: boolean): Promise<Refusal> {
  if (self)
    return new Refusal(`Jij bent zelf de trekker van actie #${nummer}. Typ «actie ${nummer} bijwerken».`);
  const who = await wieMag(tx, 'alle acties melden');
  return new Refusal(
    `Bij actie #${nummer} is nog niemand bekend die een update kan geven. Vraag het ${who}.`,
  );
}

/** Refuses who is not the first today, in Europe/Amsterdam; of two at the same time the database lets one through. */
async function record({ id, nummer }: StoredActie, { tx, asker, now }: Asked): Promise<void> {
  const dag = new Date(`${toLocal(now).toPlainDate()}T00:00:00Z`);
  const gevraagdOp = new Date(now.epochMilliseconds);
  const row = { actieId: id, persoonId: asker.id, dag, gevraagdOp };
  const { count } = await tx.verzoek.createMany({ data: [row], skipDuplicates: true });
  if (count > 0) return;
  const first = await tx.verzoek.findFirstOrThrow({
    where: { actieId: id, dag },
    include: { persoon: true },
  });
  const who = first.persoonId === asker.id ? 'Je hebt' : `${first.persoon.naam} heeft`;
  const when = tijdText(first.gevraagdOp.toTemporalInstant());
  throw new Refusal(
    `${who} vandaag om ${when} uur al om een update van actie #${nummer} gevraagd. Morgen kan het weer.`,
  );
}
