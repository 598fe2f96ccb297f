import { z } from 'zod';
import { ZONDER_CONTACT } from '../actie/stored-contact.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { personenCard } from './personen-card.ts';
import { findOrganisatie } from './stored-organisatie.ts';
import { AANWEZIG, requireRecht } from './stored-persoon.ts';

/** What fits one message on every platform, even with an organisatie each. */
const PAGE = 15;

export const listPersonen = command({
  name: 'personen',
  input: z.object({
    wie: z.string().trim().max(80).default(''),
    pagina: z.coerce.number().int().positive().default(1),
  }),
  phrases: [
    // Not any words: «personen met een uitkering» is a question about acties.
    /^(?:alle )?personen(?: (?:(?:van|bij) (?<wie>.{1,80}?)|(?<wie>vertrokken)))?(?: pagina (?<pagina>\d{1,4}))?[?.!]*$/i,
    /^persoon[?.!]*$/i,
  ],
  inPlace: true,
  run: ({ wie, pagina }, asked) => list(wie, pagina, asked),
});

/** A page of the personen, by organisatie; of one organisatie, or of those who have left. */
async function list(wie: string, asked: number, context: Asked): Promise<Card> {
  const { tx, now } = context;
  await requireRecht(context, 'personen beheren', 'personen bekijken');
  const gone = /^vertrokken$/i.test(wie);
  const organisatie = wie === '' || gone ? undefined : await findOrganisatie(tx, wie);
  const bij = organisatie && { organisatieId: organisatie.id };
  const where = {
    ...(gone ? { vertrokkenOp: { not: null } } : AANWEZIG),
    ...(bij ? { OR: [bij, { aanstellingen: { some: bij } }] } : {}),
  };
  const count = await tx.persoon.count({ where });
  const pages = Math.max(1, Math.ceil(count / PAGE));
  const pagina = Math.min(asked, pages);
  const personen = await tx.persoon.findMany({
    where,
    include: {
      organisatie: true,
      aanstellingen: { include: { organisatie: true } },
      accounts: { select: { platform: true }, distinct: ['platform'], orderBy: { platform: 'asc' } },
    },
    orderBy: [{ organisatie: { naam: 'asc' } }, { naam: 'asc' }, { id: 'asc' }],
    skip: (pagina - 1) * PAGE,
    take: PAGE,
  });
  const unseen = gone ? 0 : await tx.persoon.count({ where: { ...where, accounts: { none: {} } } });
  const answers = organisatie
    ? await tx.organisatie.findFirst({ where: { id: organisatie.id }, select: { contact: true } })
    : undefined;
  const zonderContact = await tx.actie.count({ where: ZONDER_CONTACT });
  return personenCard({
    personen,
    count,
    unseen,
    zonderContact,
    contact: answers?.contact ?? undefined,
    wie,
    what: gone ? 'vertrokken' : organisatie?.naam,
    pagina,
    pages,
    now,
  });
}
