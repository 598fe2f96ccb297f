import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { magBij } from '../persoon/rechten.ts';
import { Refusal } from '../refusal.ts';
import { ANTWOORDEN } from './akkoord.ts';
import { dichtText, vraagCard } from './akkoord-card.ts';
import { MAX_REDEN, redenForm } from './akkoord-form.ts';
import { showStand } from './show-akkoord.ts';
import { findRonde, organisatiesIn, reviseRonde } from './stored-akkoord.ts';
import { findAkkoordvraag } from './stored-akkoordvraag.ts';

const id = z.number().int();
/** `stand`: what it was when the button was made, how an old button is told from a new one. */
const antwoord = z.object({
  ronde: id,
  organisatie: id,
  stand: z.enum(['open', 'akkoord', 'niet_akkoord']),
  bericht: id.optional(),
});
type Antwoord = z.infer<typeof antwoord>;

export const giveAkkoord = command({
  name: 'akkoord.geven',
  input: antwoord,
  phrases: [],
  changes: true,
  inPlace: true,
  run: async (said, asked): Promise<Card> => {
    await akkoordVan(said, asked);
    return store(said, { status: 'akkoord', reden: '' }, asked);
  },
});

export const openRefuseForm = command({
  name: 'akkoord.weigeren.formulier',
  input: antwoord,
  phrases: [],
  run: async (said, asked): Promise<Form> =>
    redenForm(said, (await akkoordVan(said, asked)).organisatie.naam),
});

export const refuseAkkoord = command({
  name: 'akkoord.weigeren',
  input: antwoord.extend({ reden: z.string().trim().default('') }),
  phrases: [],
  changes: true,
  run: async ({ reden, ...said }, asked): Promise<Card | Form> => {
    const { organisatie } = await akkoordVan(said, asked);
    const long = reden.length > MAX_REDEN && `Hoogstens ${MAX_REDEN} tekens.`;
    const fout = reden === '' ? 'Schrijf waarom jullie niet akkoord zijn.' : long;
    if (fout) return redenForm(said, organisatie.naam, reden, fout);
    return store(said, { status: 'niet_akkoord', reden }, asked);
  },
});

/** What the organisatie said until now. Refuses when nothing can be said any more, and who may not say it. */
async function akkoordVan({ ronde: rondeId, organisatie }: Antwoord, asked: Asked) {
  const ronde = await findRonde(asked.tx, rondeId);
  const dicht = dichtText(ronde, asked.now);
  if (dicht) throw new Refusal(dicht);
  const akkoord = ronde.akkoorden.find(({ organisatieId }) => organisatieId === organisatie);
  if (!akkoord) throw new Refusal(`Deze organisatie is niet gevraagd. Typ «akkoord ${rondeId}».`);
  if (magBij(asked.asker, organisatie, 'eigen acties melden')) return akkoord;
  const got = await asked.tx.herinnering.findMany({
    where: { akkoordrondeId: rondeId, bericht: { persoonId: asked.asker.id } },
  });
  if (got.some((row) => organisatiesIn(row).includes(organisatie))) return akkoord;
  throw new Refusal(`Alleen iemand van ${akkoord.organisatie.naam} kan hier antwoorden.`);
}

type Gezegd = { status: 'akkoord' | 'niet_akkoord'; reden: string };

/** One answer per organisatie. Whoever was ahead is not overwritten unseen: who presses an old button sees it first. */
async function store(said: Antwoord, { status, reden }: Gezegd, asked: Asked): Promise<Card> {
  const { tx, asker, now } = asked;
  // A new version waits for this answer, or this answer finds that it is closed.
  const open = await tx.$queryRaw<unknown[]>`
    select id from akkoordronde where id = ${said.ronde} and gesloten_op is null for share`;
  if (open.length === 0) throw new Refusal('Deze vraag is gesloten: er is een nieuwe versie. Typ «akkoord».');
  const { count } = await tx.akkoord.updateMany({
    where: { rondeId: said.ronde, organisatieId: said.organisatie, status: said.stand },
    data: { status, reden, persoonId: asker.id, op: new Date(now.epochMilliseconds) },
  });
  if (count > 0) {
    const inhoud = { ronde: said.ronde, organisatie: said.organisatie, van: said.stand, naar: status, reden };
    await addLogregel(asked, 'akkoord', inhoud);
    await reviseRonde(tx, said.ronde, now, said.organisatie);
  }
  return answer(said, count > 0, asked);
}

/** The message that was answered, or how the ronde stands, as it is by now. */
async function answer({ ronde: rondeId, organisatie, bericht }: Antwoord, saved: boolean, asked: Asked) {
  const ronde = await findRonde(asked.tx, rondeId);
  const own = ronde.akkoorden.find(({ organisatieId }) => organisatieId === organisatie);
  const now = own ? `${own.organisatie.naam}: ${ANTWOORDEN[own.status]}` : '';
  const zin = saved
    ? `Genoteerd. ${now}.`
    : `Al verwerkt. ${now}${own?.persoon ? `, door ${own.persoon.naam}` : ''}.`;
  const vraag = bericht === undefined ? undefined : await findAkkoordvraag(asked.tx, bericht);
  if (vraag?.ontvanger === asked.asker.id) return vraagCard(vraag, asked.now, zin);
  return showStand(ronde, asked, zin);
}
