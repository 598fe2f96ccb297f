import { z } from 'zod';
import { type Naast, pageBeside } from '../actie/pagina.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { refuseOthers, type StoredVergadering } from '../overleg/stored-vergadering.ts';
import { findWelke, type Welke, welke } from '../overleg/stored-welke.ts';
import { WELKE } from '../overleg/vergadering.ts';
import { Refusal } from '../refusal.ts';
import { withLead } from '../voorstel/preview-card.ts';
import { aanloopVan } from './aanloop.ts';
import { magAanBestuurder } from './herinnering.ts';
import { perOrganisatie } from './openstaand.ts';
import { keyOf, responsCard } from './respons-card.ts';
import { gevraagden, responsNu } from './stored-respons.ts';

const place = z.string().max(200).optional();

export const showRespons = command({
  name: 'overleg.respons',
  input: z.object({ ...welke, na: place, voor: place }),
  phrases: [
    new RegExp(`^(?:overleg${WELKE} )?respons[?.!]*$`, 'i'),
    new RegExp(`^overleg respons${WELKE}[?.!]*$`, 'i'),
  ],
  inPlace: true,
  run: async ({ na, voor, ...named }, asked) => {
    await refuseOthers(asked, 'de respons bekijken');
    return respons(await findWelke(asked, named), asked, { na, voor });
  },
});

async function respons(
  vergadering: StoredVergadering,
  { tx, now }: Asked,
  beside: Naast = {},
): Promise<Card> {
  const { id, overleg, begin } = vergadering;
  const { respons, open } = await responsNu(tx, vergadering, now);
  const per = perOrganisatie(open);
  const page = pageBeside(per.map(keyOf), beside);
  return responsCard({
    over: { naam: `${overleg.naam} (${overleg.code})`, begin: begin.toTemporalInstant() },
    vergadering: id,
    respons,
    per,
    shown: per.slice(page.from, page.to),
    gevraagden: await gevraagden(tx, vergadering, open),
    ...page,
    now,
  });
}

/** The button under an organisatie: who of them has something open is asked once more, within their hours. */
export const askAgain = command({
  name: 'overleg.respons.vraag',
  input: z.object({ ...welke, organisatie: z.number().int() }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ organisatie, ...named }, asked) => again(named, organisatie, asked),
});

/** Who is not written to themselves, as long as the secretaris has not switched that on. */
const insteadText = (bestuurders: readonly string[]): string =>
  bestuurders.length === 0
    ? ''
    : ` Een bestuurder schrijf ik niet zelf aan (${bestuurders.join(', ')}): het contact van de organisatie krijgt de vraag, of anders de secretaris.`;

async function again(named: Welke, organisatieId: number, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked, 'opnieuw om een update vragen');
  const vergadering = await findWelke(asked, named);
  const { id, overleg } = vergadering;
  const { open } = await responsNu(tx, vergadering, now);
  // Of two who press at the same time, the second sees what the first has asked.
  await tx.$queryRaw`select id from vergadering where id = ${id} for no key update`;
  const meant = (await gevraagden(tx, vergadering, open)).filter(
    (persoon) =>
      !persoon.overgeslagen &&
      persoon.organisaties.includes(organisatieId) &&
      persoon.open.some(({ bij }) => bij.includes(organisatieId)),
  );
  if (meant.length === 0)
    throw new Refusal('Hier staat niets meer open. Typ «overleg respons» voor de stand van nu.');
  const waits = await tx.herinnering.findMany({
    where: {
      vergaderingId: id,
      soort: 'later',
      status: 'gepland',
      inhoud: { path: ['opnieuw'], equals: true },
    },
    select: { persoonId: true },
  });
  const asks = meant.filter((persoon) => !waits.some(({ persoonId }) => persoonId === persoon.id));
  const organisatie = await tx.organisatie.findFirstOrThrow({ where: { id: organisatieId } });
  if (asks.length === 0) throw new Refusal(`Al verwerkt: ${organisatie.naam} wordt al opnieuw gevraagd.`);
  await tx.herinnering.createMany({
    data: asks.map((persoon) => ({
      vergaderingId: id,
      persoonId: persoon.id,
      soort: 'later' as const,
      geplandOp: new Date(now.epochMilliseconds),
      inhoud: { opnieuw: true },
    })),
  });
  const namen = asks.map(({ naam }) => naam);
  const bestuurders = magAanBestuurder('later', aanloopVan(vergadering))
    ? []
    : asks.filter(({ bestuurder }) => bestuurder).map(({ naam }) => naam);
  await addLogregel(asked, 'opnieuw gevraagd', {
    overleg: overleg.code,
    vergadering: id,
    organisatie: organisatie.naam,
    personen: namen,
  });
  const lead = `${organisatie.naam} wordt opnieuw gevraagd: ${namen.join(', ')}.${insteadText(bestuurders)} Wie vandaag al is gevraagd, krijgt het morgen. Niemand krijgt een bericht buiten werktijd.`;
  return withLead(lead, await respons(vergadering, asked));
}
