import { z } from 'zod';
import { planAkkoorden } from '../akkoord/plan-akkoord.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { magBij } from '../persoon/rechten.ts';
import { findOrganisatie, lookUpOrganisatie } from '../persoon/stored-organisatie.ts';
import { findPersoon, requireRecht } from '../persoon/stored-persoon.ts';
import { Refusal } from '../refusal.ts';
import { organisatiecontactCard } from './organisatiecontact-card.ts';

const words = z.string().trim().min(1).max(300);

export const nameOrganisatiecontact = command({
  name: 'organisatie.contact',
  input: z.object({ tekst: words.optional(), organisatie: words.optional(), wie: words.optional() }),
  phrases: [
    /^organisatie (?<organisatie>.{1,120}?) contact(?:persoon)?(?:[: ]+(?:is |wordt )?(?<wie>.{1,254}?))?[.!?]*$/i,
    /^contact(?:persoon)?(?: (?:van|bij))? (?!(?:met|over|voor|op|opnemen|gelegd) )(?<tekst>.{1,300}?)[.!?]*$/i,
  ],
  changes: true,
  run: async ({ tekst, organisatie, wie }, asked): Promise<Card> => {
    const said = organisatie === undefined ? await split(tekst ?? '', asked) : { organisatie, wie };
    const found = await findOrganisatie(asked.tx, said.organisatie);
    return said.wie === undefined ? show(found, asked) : name(found, said.wie, asked);
  },
});

/** "UWV Fatima": the longest beginning that is an organisatie, and who is named behind it. */
async function split(
  tekst: string,
  { tx }: Asked,
): Promise<{ organisatie: string; wie: string | undefined }> {
  const parts = tekst.split(' ').slice(0, 20);
  for (let count = parts.length; count > 0; count -= 1) {
    const organisatie = parts.slice(0, count).join(' ');
    if (!(await lookUpOrganisatie(tx, organisatie))) continue;
    return {
      organisatie,
      wie:
        parts
          .slice(count)
          .join(' ')
          .replace(/^(?:is|wordt) /i, '') || undefined,
    };
  }
  return { organisatie: tekst, wie: undefined };
}

type Organisatie = Awaited<ReturnType<typeof findOrganisatie>>;

const contactVan = async ({ id }: Organisatie, { tx }: Asked) =>
  (await tx.organisatie.findFirstOrThrow({ where: { id }, select: { contact: true } })).contact;

async function show(organisatie: Organisatie, asked: Asked): Promise<Card> {
  return organisatiecontactCard(organisatie, {
    contact: await contactVan(organisatie, asked),
    now: asked.now,
  });
}

/** Who answers for an organisatie when its own people do not; «weg»: nobody does. */
async function name(organisatie: Organisatie, wie: string, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await requireRecht(asked, 'personen beheren', 'het contact van een organisatie wijzigen');
  const nobody = /^(?:niemand|weg|geen)$/i.test(wie);
  const contact = nobody ? null : await findPersoon(tx, wie);
  if (contact && !magBij(contact, organisatie.id, 'eigen acties melden')) {
    throw new Refusal(
      `${contact.naam} kan niets melden voor ${organisatie.naam}, en kan er dus geen contact zijn. Typ eerst «persoon ${contact.email} ook bij ${organisatie.code} trekker».`,
    );
  }
  const before = await contactVan(organisatie, asked);
  if ((before?.id ?? null) === (contact?.id ?? null)) {
    throw new Refusal(
      contact
        ? `${contact.naam} is al het contact van ${organisatie.naam}.`
        : `${organisatie.naam} heeft geen contact. Een kiezen: «contact ${organisatie.code} <naam>».`,
    );
  }
  await tx.organisatie.updateMany({
    where: { id: organisatie.id },
    data: { contactId: contact?.id ?? null },
  });
  await planAkkoorden(tx, now);
  const inhoud = { organisatie: organisatie.code, van: before?.id ?? null, naar: contact?.id ?? null };
  await addLogregel(asked, 'contact van organisatie', inhoud);
  return organisatiecontactCard(organisatie, { contact, before, now });
}
