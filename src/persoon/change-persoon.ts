import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { ingevuld } from './add-persoon.ts';
import { type Fouten, type Ingevuld, verschillen } from './ingevuld.ts';
import { changedCard, proposalCard } from './persoon-changed-card.ts';
import { persoonForm } from './persoon-form.ts';
import { type Gelezen, keepSecretaris, readIngevuld, requireWijzigen } from './stored-ingevuld.ts';
import { organisaties } from './stored-organisatie.ts';
import {
  findPersoon,
  persoonById,
  requireAanwezig,
  requireRecht,
  type StoredPersoon,
  takePersoon,
} from './stored-persoon.ts';
import { releaseOf, type Vrij, vrijBij } from './stored-vrij.ts';
import { touchedBy } from './stored-werk.ts';

const WHAT = 'iemands gegevens wijzigen';
const id = z.number().int();
const whole = z.object(ingevuld);

export const openChangeForm = command({
  name: 'persoon.wijzigen',
  input: z.object({ wie: z.string().trim().min(1).max(254) }),
  phrases: [
    /^persoon (?:wijzig(?:en)?|aanpassen|bewerken) (?<wie>.{1,254}?)[.!]?$/i,
    /^persoon (?<wie>.{1,254}?) (?:wijzig(?:en)?|aanpassen|bewerken)[.!]?$/i,
    /^wijzig persoon (?<wie>.{1,254}?)[.!]?$/i,
  ],
  run: async ({ wie }, asked): Promise<Form> => {
    await requireRecht(asked, 'personen beheren', WHAT);
    const persoon = await findPersoon(asked.tx, wie);
    await requireWijzigen(asked, [persoon.rol]);
    return formOf(persoon, asOf(persoon), asked);
  },
});

export const proposeChange = command({
  name: 'persoon.voorstel',
  input: z.object({ persoon: id, ...ingevuld }),
  phrases: [],
  run: async ({ persoon: which, ...typed }, asked): Promise<Card | Form> => {
    await requireRecht(asked, 'personen beheren', WHAT);
    const persoon = await persoonById(asked.tx, which);
    requireAanwezig(persoon);
    const read = await readIngevuld(asked, typed, persoon);
    if ('fouten' in read) return formOf(persoon, typed, asked, read.fouten);
    const [van, naar] = [asOf(persoon), asOf(read.goed)];
    const changes = await changesOf(van, naar, asked);
    if (changes.length === 0) throw new Refusal(`Er is niets gewijzigd aan ${persoon.naam}.`);
    const vrij = await vrijBij(asked.tx, persoon, after(persoon, read.goed), asked.now);
    return proposalCard({ persoon, changes, vrij, button: { persoon: which, van, naar }, now: asked.now });
  },
});

export const changePersoon = command({
  name: 'persoon.wijzig',
  input: z.object({ persoon: id, van: whole, naar: whole }),
  phrases: [],
  changes: true,
  inPlace: true,
  run: ({ persoon, van, naar }, asked) => change(persoon, van, naar, asked),
});

async function formOf(persoon: StoredPersoon, typed: Ingevuld, { tx }: Asked, fouten: Fouten = {}) {
  return persoonForm({
    title: 'Persoon wijzigen',
    ingevuld: typed,
    fouten,
    organisaties: await organisaties(tx),
    submit: { label: 'Bekijken', command: 'persoon.voorstel', input: { persoon: persoon.id } },
  });
}

const asOf = ({ naam, email, rol, organisatie }: Gelezen): Ingevuld => {
  return { naam, email, organisatie: organisatie.code, rol };
};

/** Where somebody would work after the change. */
function after({ id, aanstellingen }: StoredPersoon, { rol, organisatie }: Gelezen) {
  const others = aanstellingen.filter(({ organisatieId }) => organisatieId !== organisatie.id);
  return { id, rol, organisatieId: organisatie.id, aanstellingen: others };
}

async function changesOf(van: Ingevuld, naar: Ingevuld, { tx }: Asked) {
  const names = new Map((await organisaties(tx)).map(({ code, naam }) => [code, naam]));
  return verschillen(van, naar, (code) => names.get(code) ?? code);
}

/** Makes the change that was previewed, if nobody has changed this persoon since. */
async function change(id: number, van: Ingevuld, naar: Ingevuld, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await requireRecht(asked, 'personen beheren', WHAT);
  if (van.rol === 'secretaris' && naar.rol !== 'secretaris')
    await keepSecretaris(asked, { id, naam: van.naam });
  const before = await takePersoon(tx, id);
  requireAanwezig(before);
  const same = (Object.keys(van) as (keyof Ingevuld)[]).every((key) => asOf(before)[key] === van[key]);
  if (!same) {
    throw new Refusal(
      `Intussen is er iets gewijzigd aan ${before.naam}. Er is niets overschreven. Typ «persoon ${before.email}» om te zien hoe het nu is.`,
    );
  }
  const read = await readIngevuld(asked, naar, before);
  if ('fouten' in read) throw new Refusal(Object.values(read.fouten).join(' '));
  const { naam, email, rol, organisatie } = read.goed;
  const vrij = await vrijBij(tx, before, after(before, read.goed), now);
  await tx.persoon.updateMany({ where: { id }, data: { naam, email, rol, organisatieId: organisatie.id } });
  await tx.aanstelling.deleteMany({ where: { persoonId: id, organisatieId: organisatie.id } });
  // Whoever has the account must show the new address first: it may be somebody else's now.
  if (email !== before.email) await tx.account.deleteMany({ where: { persoonId: id } });
  await settle(vrij, before, { van, naar }, asked);
  return changedCard(await persoonById(tx, id), await changesOf(van, naar, asked), vrij, now);
}

async function settle(
  vrij: Vrij,
  before: StoredPersoon,
  inhoud: { van: Ingevuld; naar: Ingevuld },
  asked: Asked,
): Promise<void> {
  const { tx, now } = asked;
  await releaseOf(tx, vrij, now);
  await addLogregel(asked, 'persoon gewijzigd', { persoon: before.id, ...inhoud });
  await planComing(tx, now, await touchedBy(tx, [before, await persoonById(tx, before.id)]));
}
