import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { post } from '../chat/post.ts';
import { tijdText, toLocal } from '../kalender/datum.ts';
import { mag } from '../persoon/rechten.ts';
import { wieMag } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';
import { isEnded, refuseMerged, STATUSSEN } from './actie.ts';
import { nummer } from './show-actie.ts';
import { findActie, type StoredActie } from './stored-actie.ts';
import { type Verdeling, verdeel } from './stored-verzoek.ts';
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

/** Asks the trekkers of an actie, or who is there for them, how it stands: once a day, whoever asks. Refuses where nobody can answer. */
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
  const verdeling = await verdeel(tx, actie, now);
  const naar = verdeling.naar.filter(({ persoon }) => persoon.id !== asker.id);
  if (naar.length === 0) throw await nobodyToAsk(nummer, verdeling, asked);
  await record(actie, asked);
  const inhoud = { nummer, na: actie.updateId ?? 0, vrager: asker.id };
  await post(
    tx,
    naar.map(({ persoon }) => ({ persoonId: persoon.id, soort: 'verzoek', inhoud })),
    now,
  );
  await addLogregel(asked, 'update gevraagd', inhoud);
  return requestedCard(actie, naar, now);
}

/** Why there is nobody but perhaps the asker, and what they can do then. */
async function nobodyToAsk(
  nummer: number,
  { bekend, naar }: Verdeling,
  { tx, asker }: Asked,
): Promise<Refusal> {
  const doen = `Typ «actie ${nummer} bijwerken».`;
  const [own] = naar;
  if (own?.als === 'zelf') return new Refusal(`Jij bent zelf de trekker van actie #${nummer}. ${doen}`);
  if (own) {
    const namen = own.voor.map(({ naam }) => naam).join(', ');
    const zijn = own.voor.length === 1 ? 'is' : 'zijn';
    return new Refusal(
      `${namen} ${zijn} afwezig, en vragen over actie #${nummer} gaan nu naar jou. Weet je hoe het staat? ${doen}`,
    );
  }
  const why =
    bekend.length === 0
      ? 'is nog niemand bekend die een update kan geven'
      : 'is niemand aan wie ik een update kan vragen: wie erbij hoort, is bestuurder of zei dat de actie niet van hen is';
  if (!mag(asker, 'alle acties melden'))
    return new Refusal(`Bij actie #${nummer} ${why}. Vraag het ${await wieMag(tx, 'alle acties melden')}.`);
  const trekker = `Leg met «actie ${nummer} bewerken» vast wie de trekker is, of meld het zelf.`;
  return new Refusal(`Bij actie #${nummer} ${why}. ${trekker} ${doen}`);
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
