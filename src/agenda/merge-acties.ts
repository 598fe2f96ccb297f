import { z } from 'zod';
import { isEnded, STATUSSEN } from '../actie/actie.ts';
import { addUpdate } from '../actie/register-update.ts';
import { nummer, show } from '../actie/show-actie.ts';
import { findActie, type StoredActie } from '../actie/stored-actie.ts';
import { meldingNow } from '../actie/update.ts';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { addLogregel } from '../chat/logregel.ts';
import type { Tx } from '../db/database.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { propose, type Soort } from '../voorstel/stored-voorstel.ts';
import { getyptVan } from './actie-form.ts';
import { mergeForm } from './merge-form.ts';
import { findKeuzes, fingerprints, type Gezien, getypt, gezien, readVelden } from './stored-form.ts';
import { gevolgenOfTrekkers } from './stored-gevolg.ts';
import { requireKeeper } from './stored-recht.ts';
import { findThemanamen } from './stored-thema.ts';
import { takeActies, veldenOf, writeVelden } from './stored-velden.ts';
import { deel, samen, verschil } from './velden.ts';
import { mergeZinnen, savedCard, trekkerZinnen, veldFacts } from './wijziging-card.ts';

const inhoud = z.object({ nummer, ander: nummer, na: z.number().int(), van: deel, naar: deel });

/** The actie `ander` goes up in `nummer`. `na`: the update of `ander` that held when it was seen, 0 for none. */
export const actiesSamenvoegen: Soort<z.output<typeof inhoud>> = {
  naam: 'acties-samenvoegen',
  inhoud,
  refresh: async ({ nummer, ander, naar }, asked) => {
    await requireKeeper(asked);
    const { blijft, gaat } = await takeBoth(asked.tx, nummer, ander);
    const changed = verschil(veldenOf(blijft), naar) ?? { van: {}, naar: {} };
    return { nummer, ander, na: gaat.updateId ?? 0, ...changed };
  },
  preview: async ({ nummer, ander, van, naar }, { tx }) => {
    const [blijft, gaat] = [await findActie(tx, nummer), await findActie(tx, ander)];
    const gevolgen = naar.trekkers ? await gevolgenOfTrekkers(tx, blijft, naar.trekkers) : [];
    return {
      titel: `#${ander} gaat op in #${nummer}`,
      facts: veldFacts(van, naar, await findThemanamen(tx)),
      gevolgen: [...mergeZinnen(blijft, gaat), ...trekkerZinnen(gevolgen)],
      knop: 'Samenvoegen',
      style: 'danger',
    };
  },
  carryOut: async ({ nummer, ander, van, naar }, asked) => {
    const { tx, now } = asked;
    const [blijft, gaat] = [await findActie(tx, nummer), await findActie(tx, ander)];
    await writeVelden(tx, blijft, naar, now);
    await addUpdate(
      gaat,
      { ...meldingNow(gaat), status: 'gestopt', toelichting: `Samengevoegd met #${nummer}` },
      asked,
    );
    const opgegaanOp = new Date(now.epochMilliseconds);
    await tx.actie.updateMany({ where: { id: gaat.id }, data: { opgegaanIn: nummer, opgegaanOp } });
    await addLogregel(asked, 'acties samengevoegd', { nummer, ander, van, naar });
    await planComing(tx, now);
    const facts = veldFacts(van, naar, await findThemanamen(tx));
    return savedCard(`#${ander} is samengevoegd met`, [await findActie(tx, nummer)], facts, now);
  },
  present: ({ ander }, asked) => show(ander, asked),
};

/** Both acties, taken. Refuses two that are the same, and one that has ended: there is nothing left to do together. */
async function takeBoth(tx: Tx, nummer: number, ander: number) {
  if (nummer === ander)
    throw new Refusal('Noem twee verschillende acties, bijvoorbeeld «acties samenvoegen 12 en 14».');
  const [blijft, gaat] = await takeActies(tx, [nummer, ander]);
  if (!blijft || !gaat) throw new Refusal(`Actie #${nummer} of #${ander} bestaat niet.`);
  refuseEnded(blijft);
  refuseEnded(gaat);
  return { blijft, gaat };
}

const withVelden = (actie: StoredActie) => ({
  nummer: actie.nummer,
  titel: actie.titel,
  velden: veldenOf(actie),
});

function refuseEnded({ nummer, status }: StoredActie): void {
  if (!isEnded(status)) return;
  throw new Refusal(
    `Actie #${nummer} is ${STATUSSEN[status].naam.toLowerCase()}. Alleen acties die nog open zijn kun je samenvoegen.`,
  );
}

const A = '(?:acties? )?#?(?<nummer>\\d+)';
const B = '(?:acties? )?#?(?<ander>\\d+)';
const SAMEN = '(?:samenvoegen|voeg samen|samen)';

/** «12 en 14»: the first stays; «14 in 12» says itself which stays. */
export const openMergeForm = command({
  name: 'acties.samenvoegen',
  input: z.object({ nummer, ander: nummer }),
  phrases: [
    new RegExp(`^acties? ${SAMEN}:? ${A} (?:en|met|,|&) ?${B}[.!]?$`, 'i'),
    new RegExp(`^acties? ${SAMEN}:? ${B} (?:in|naar) ${A}[.!]?$`, 'i'),
    new RegExp(`^(?:voeg )?acties? #?(?<nummer>\\d+) (?:en|met) ${B} ${SAMEN}[.!]?$`, 'i'),
    new RegExp(`^actie #?(?<nummer>\\d+) samenvoegen met ${B}[.!]?$`, 'i'),
  ],
  run: async ({ nummer, ander }, asked) => {
    await requireKeeper(asked);
    const { blijft, gaat } = await takeBoth(asked.tx, nummer, ander);
    const [a, b] = [withVelden(blijft), withVelden(gaat)];
    const getypt = getyptVan({ ...a.velden, trekkers: samen(a.velden.trekkers, b.velden.trekkers) });
    const keuzes = await findKeuzes(asked.tx);
    return mergeForm(a, b, { getypt, keuzes }, fingerprints(getyptVan(a.velden)));
  },
});

/** Its form, handed in. */
export const mergeActies = command({
  name: 'acties.samenvoegen.toon',
  input: getypt.extend({ nummer, ander: nummer, gezien }),
  phrases: [],
  changes: true,
  run: ({ nummer, ander, gezien, ...typed }, asked) => merge(nummer, ander, typed, gezien, asked),
});

async function merge(
  nummer: number,
  ander: number,
  typed: z.output<typeof getypt>,
  seen: Gezien,
  asked: Asked,
): Promise<Card | Form> {
  await requireKeeper(asked);
  const { blijft, gaat } = await takeBoth(asked.tx, nummer, ander);
  const keuzes = await findKeuzes(asked.tx);
  const { naar, errors } = await readVelden(asked.tx, typed, seen, keuzes);
  if (Object.keys(errors).length > 0)
    return mergeForm(withVelden(blijft), withVelden(gaat), { getypt: typed, keuzes, errors }, seen);
  return propose(actiesSamenvoegen, { nummer, ander, na: 0, van: {}, naar }, asked);
}
