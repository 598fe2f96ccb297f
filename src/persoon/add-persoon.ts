import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import type { Fouten, Ingevuld } from './ingevuld.ts';
import { addedCard, rejoinCard } from './persoon-changed-card.ts';
import { persoonForm } from './persoon-form.ts';
import { ALLE_ROLLEN } from './rechten.ts';
import { type Gelezen, readIngevuld } from './stored-ingevuld.ts';
import { organisaties } from './stored-organisatie.ts';
import { persoonById, requireRecht } from './stored-persoon.ts';
import { touchedBy } from './stored-werk.ts';

const WHAT = 'iemand toevoegen';
const word = z.string().max(300).default('');
/** What a form or a line of words fills in. */
export const ingevuld = { naam: word, email: word, organisatie: word, rol: word };

const ADD = '^(?:persoon (?:toevoegen|nieuw|erbij)|nieuwe persoon|voeg (?:een )?persoon toe)';

export const addPersoon = command({
  name: 'persoon.toevoegen',
  input: z.object({ ...ingevuld, formulier: z.boolean().default(false) }),
  phrases: [
    new RegExp(
      `${ADD}:? (?<naam>[^@]+?),? [<(]?(?<email>\\S+@[^\\s<>(),]+)[>)]?,? (?<organisatie>.+?),? (?:als )?(?<rol>${ALLE_ROLLEN.join('|')})[.!]?$`,
      'i',
    ),
  ],
  changes: true,
  run: ({ formulier, ...typed }, asked) => add(typed, formulier, asked),
});

export const openPersoonForm = command({
  name: 'persoon.nieuw',
  input: z.object(ingevuld),
  phrases: [
    new RegExp(`${ADD}(?:,? [<(]?(?<email>[^\\s<>(),]+@[^\\s<>(),]+)[>)]?)?[.!]?$`, 'i'),
    new RegExp(`${ADD}:? (?<naam>[^@]+?)(?:,? [<(]?(?<email>\\S+@[^\\s<>(),]+)[>)]?.*)?$`, 'i'),
  ],
  run: async (typed, asked): Promise<Form> => {
    await requireRecht(asked, 'personen beheren', WHAT);
    return formOf({ ...typed, rol: typed.rol || 'trekker' }, asked);
  },
});

async function formOf(typed: Ingevuld, { tx }: Asked, fouten: Fouten = {}): Promise<Form> {
  return persoonForm({
    title: 'Persoon toevoegen',
    ingevuld: typed,
    fouten,
    organisaties: await organisaties(tx),
    submit: { label: 'Toevoegen', command: 'persoon.toevoegen', input: { formulier: true } },
  });
}

async function add(typed: Ingevuld, formulier: boolean, asked: Asked): Promise<Card | Form> {
  await requireRecht(asked, 'personen beheren', WHAT);
  const read = await readIngevuld(asked, typed);
  if ('vertrokken' in read) return rejoinCard(read.vertrokken, read.goed);
  if ('fouten' in read) return wrong(typed, read.fouten, formulier, asked);
  const { count } = await store(read.goed, asked);
  if (count > 0) return added(read.goed, asked);
  // Somebody else was just ahead: now the address is known.
  const again = await readIngevuld(asked, typed);
  return wrong(typed, 'fouten' in again ? again.fouten : {}, formulier, asked);
}

/** At the fields of the form; a line of words gets a sentence. */
function wrong(typed: Ingevuld, fouten: Fouten, formulier: boolean, asked: Asked): Promise<Form> {
  if (formulier) return formOf(typed, asked, fouten);
  throw new Refusal(`Niet toegevoegd. ${Object.values(fouten).join(' ')}`);
}

function store({ naam, email, rol, organisatie }: Gelezen, { tx }: Asked) {
  const row = { naam, email, rol, organisatieId: organisatie.id };
  return tx.persoon.createMany({ data: [row], skipDuplicates: true });
}

async function added({ email, rol, organisatie }: Gelezen, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  const { id } = await tx.persoon.findFirstOrThrow({ where: { email }, select: { id: true } });
  const persoon = await persoonById(tx, id);
  await addLogregel(asked, 'persoon toegevoegd', { persoon: id, email, rol, organisatie: organisatie.code });
  await planComing(tx, now, await touchedBy(tx, [persoon]));
  return addedCard(persoon, now);
}
