import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { placeCard } from './persoon-changed-card.ts';
import { ALLE_ROLLEN, isPlaatsrol } from './rechten.ts';
import { requireWijzigen } from './stored-ingevuld.ts';
import { findOrganisatie } from './stored-organisatie.ts';
import { findPersoon, persoonById, requireRecht, type StoredPersoon, takePersoon } from './stored-persoon.ts';
import { releaseOf, vrijBij } from './stored-vrij.ts';
import { touchedBy } from './stored-werk.ts';

const WHAT = 'wijzigen waar iemand werkt';
const wie = z.string().trim().min(1).max(254);
const organisatie = z.string().trim().min(1).max(80);

export const addAanstelling = command({
  name: 'persoon.ookbij',
  input: z.object({ wie, organisatie, rol: z.string().toLowerCase().pipe(z.enum(ALLE_ROLLEN)) }),
  phrases: [
    new RegExp(
      `^persoon (?<wie>.{1,254}?) (?:werkt )?ook (?:bij|voor) (?<organisatie>.{1,80}?),? (?:als )?(?<rol>${ALLE_ROLLEN.join('|')})[.!]?$`,
      'i',
    ),
  ],
  changes: true,
  run: async ({ wie, organisatie, rol }, asked): Promise<Card> => {
    const { persoon, bij } = await meant(wie, organisatie, asked);
    if (bij.id === persoon.organisatieId) {
      throw new Refusal(
        `${persoon.naam} werkt al bij ${bij.naam}. De rol daar wijzig je met «persoon wijzigen ${persoon.email}».`,
      );
    }
    if (!isPlaatsrol(rol)) {
      throw new Refusal(
        `Een tweede rol kan geen ${rol} zijn. Maak er de eerste rol van, met «persoon wijzigen ${persoon.email}», of voeg een aparte persoon toe met een eigen e-mailadres: «persoon toevoegen».`,
      );
    }
    const key = { persoonId: persoon.id, organisatieId: bij.id };
    return change(persoon, `werkt ook bij ${bij.naam}, als ${rol}.`, { ...key, rol }, asked, async () => {
      await asked.tx.aanstelling.deleteMany({ where: key });
      await asked.tx.aanstelling.createMany({ data: [{ ...key, rol }] });
    });
  },
});

export const removeAanstelling = command({
  name: 'persoon.nietbij',
  input: z.object({ wie, organisatie }),
  phrases: [
    /^persoon (?<wie>.{1,254}?) (?:werkt )?niet (?:meer|langer) (?:bij|voor) (?<organisatie>.{1,80}?)[.!]?$/i,
  ],
  changes: true,
  run: async ({ wie, organisatie }, asked): Promise<Card> => {
    const { persoon, bij } = await meant(wie, organisatie, asked);
    if (!persoon.aanstellingen.some(({ organisatieId }) => organisatieId === bij.id)) {
      throw new Refusal(
        bij.id === persoon.organisatieId
          ? `${bij.naam} is de eerste organisatie van ${persoon.naam}. Wijzig die met «persoon wijzigen ${persoon.email}», of typ «persoon ${persoon.email} vertrekt».`
          : `${persoon.naam} werkt niet bij ${bij.naam}.`,
      );
    }
    const key = { persoonId: persoon.id, organisatieId: bij.id };
    return change(persoon, `werkt niet meer bij ${bij.naam}.`, key, asked, async () => {
      await asked.tx.aanstelling.deleteMany({ where: key });
    });
  },
});

async function meant(wie: string, organisatie: string, asked: Asked) {
  await requireRecht(asked, 'personen beheren', WHAT);
  const { id } = await findPersoon(asked.tx, wie);
  const persoon = await takePersoon(asked.tx, id);
  await requireWijzigen(asked, [persoon.rol]);
  return { persoon, bij: await findOrganisatie(asked.tx, organisatie) };
}

/** Writes it, lets go of what cannot be kept, logs it and plans anew. */
async function change(
  before: StoredPersoon,
  text: string,
  inhoud: { persoonId: number; organisatieId: number; rol?: string },
  asked: Asked,
  write: () => Promise<void>,
): Promise<Card> {
  const { tx, now } = asked;
  await write();
  const persoon = await persoonById(tx, before.id);
  const vrij = await vrijBij(tx, persoon, persoon, now);
  await releaseOf(tx, vrij, now);
  await addLogregel(asked, 'aanstelling', inhoud);
  await planComing(tx, now, await touchedBy(tx, [before, persoon]));
  return placeCard(persoon, text, vrij, now);
}
