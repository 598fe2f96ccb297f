import type { Database } from '../../src/db/database.ts';
import { dayFrom, HOUR, isoDay, momentOn } from './calendar.ts';
import { CLOUDS, isOn, tenantOf } from './clouds.ts';
import { drawFate, emailOf, type Fate } from './fate.ts';
import type { Random } from './random.ts';

export type World = { from: number; until: number; fate: Fate; actions: number };

/** Around both changes of summer time, Christmas, Easter and King's day, 5 May in a lustrum year, a summer. */
const BEGINNINGS = [
  '2027-02-15',
  '2027-09-20',
  '2026-11-10',
  '2028-03-20',
  '2030-04-01',
  '2025-04-07',
  '2027-06-28',
];
const STAPPEN = [
  ['uitvraag', -15],
  ['herinnering', -10],
  ['escalatie', -6],
  ['stukken', -5],
  ['aankondiging', -5],
] as const;

export function drawWorld(random: Random): World {
  const from = momentOn(dayFrom(random.pick(BEGINNINGS)) + random.int(0, 25), 8 * 60);
  // Mostly one run-up, in a regio of a few: what can go wrong goes wrong there too, and more of them fit in an hour.
  const days = random.weighted([
    [12, random.int(22, 45)],
    [7, random.int(35, 80)],
    [1, random.int(365, 500)],
  ]);
  const until = from + days * 24 * HOUR;
  return { from, until, fate: drawFate(random, from, until), actions: random.int(2, 10) };
}

type Draft = {
  id: number;
  organisatieId: number;
  rol: 'trekker' | 'secretaris' | 'bestuurder' | 'deelnemer';
};

function drawPersonen(random: Random, organisaties: number): Draft[] {
  const rollen: Draft['rol'][] = ['secretaris', 'trekker'];
  if (random.chance(0.6)) rollen.push('trekker');
  if (random.chance(0.5)) rollen.push('bestuurder');
  if (random.chance(0.3)) rollen.push('deelnemer');
  if (random.chance(0.15)) rollen.push('secretaris');
  return rollen.map((rol, index) => ({ id: index + 1, organisatieId: random.int(1, organisaties), rol }));
}

/** Fills the empty database with a small regio. */
export async function buildWorld(db: Database, random: Random, { from, fate }: World): Promise<void> {
  const { weather } = fate;
  const at = new Date(from);
  const { id: regioId } = await db.owner.regio.create({ data: { code: 'SIM', naam: 'Simulatie' } });
  const organisaties = random.int(2, 3);
  const personen = drawPersonen(random, organisaties);
  const ids = personen.map(({ id }) => id);
  const someone = () => random.pick(ids);
  await db.inRegio(regioId, async (tx) => {
    for (const platform of CLOUDS.filter((cloud) => cloud !== 'mail' || weather.mail))
      await tx.installation.create({ data: { platform, tenant: tenantOf(platform) } });
    await tx.organisatie.createMany({
      data: range(organisaties).map((n) => ({ code: `O${n}`, naam: `Organisatie ${n}`, soort: 'gemeente' })),
    });
    await tx.persoon.createMany({
      data: personen.map(({ id, ...persoon }) => ({ ...persoon, naam: `Persoon ${id}`, email: emailOf(id) })),
    });
    for (const id of range(organisaties))
      if (random.chance(0.5))
        await tx.organisatie.updateMany({ where: { id }, data: { contactId: someone() } });
    await tx.pijler.create({ data: { nummer: 1, naam: 'Pijler' } });
    await tx.thema.create({ data: { nummer: 1, naam: 'Thema', pijlerId: 1 } });
    const acties = range(random.int(2, 4));
    const rest = {
      themaId: 1,
      doelgroep: '',
      bereik: '',
      financiering: '',
      bron: '',
      status: 'loopt' as const,
    };
    await tx.actie.createMany({
      data: acties.map((nummer) => ({ ...rest, nummer, titel: `Actie ${nummer}` })),
    });
    await tx.trekker.createMany({
      data: acties.map((actieId) => {
        const named = personen.find(({ id }) => id === someone());
        if (random.chance(0.6) || !named)
          return { actieId, aanduiding: 'X', organisatieId: random.int(1, organisaties) };
        return { actieId, aanduiding: 'X', organisatieId: named.organisatieId, persoonId: named.id };
      }),
    });
    const overleg = { niveau: '', bereik: '', onderwerp: '', frequentie: '' };
    await tx.overleg.createMany({
      data: ['RBA', ...(random.chance(0.5) ? ['AGC'] : [])].map((code) => ({ ...overleg, code, naam: code })),
    });
    await tx.overlegPijler.create({ data: { overlegId: 1, pijlerId: 1 } });
    const codes = await tx.overleg.count();
    for (const persoon of personen) {
      if (random.chance(0.4)) continue;
      const rol = random.pick(persoon.rol === 'secretaris' ? SECRETARIS : LEDEN);
      const zetel = { overlegId: random.int(1, codes), organisatieId: persoon.organisatieId, rol };
      await tx.zetel.createMany({ data: [{ ...zetel, functie: '' }], skipDuplicates: true });
      const { id: zetelId } = await tx.zetel.findFirstOrThrow({ where: zetel });
      const van = new Date(isoDay(Math.floor(from / (24 * HOUR)) - 100));
      await tx.bezetting.create({ data: { zetelId, persoonId: persoon.id, van } });
    }
    // A secretaris who wants only the aanlevertermijn saves many looks at what is due: most seeds have one.
    const quiet = { dagen: [1, 2, 3, 4, 5], tijd: null, alleenTermijn: true };
    for (const { id: persoonId, rol } of personen)
      if (rol === 'secretaris' && random.chance(0.7))
        await tx.voorkeur.create({ data: { persoonId, ...quiet } });
      else if (random.chance(0.25))
        await tx.voorkeur.create({ data: { persoonId, ...drawVoorkeur(random) } });
    if (random.chance(0.25))
      await tx.aanloopstap.create({
        data: { overlegId: 1, ...drawStap(random) },
      });
    if (random.chance(0.35))
      await tx.aanloopstap.create({
        data: { overlegId: 1, stap: 'na_afloop', actief: true, ...drawNaAfloop(random) },
      });
    if (random.chance(0.2)) {
      const van = Math.floor(from / (24 * HOUR)) + random.int(10, 60);
      const days = { van: new Date(isoDay(van)), tot: new Date(isoDay(van + random.int(2, 15))) };
      await tx.vakantie.create({ data: { naam: 'Vakantie', ...days, vrij: random.chance(0.7) } });
    }
    // Some were met before, the others have to be found.
    for (const id of ids)
      for (const platform of ['slack', 'teams'] as const) {
        const email = emailOf(id);
        if (!isOn(weather, platform, email) || !random.chance(0.7)) continue;
        const row = { accountId: email, address: { email }, persoonId: id, seenAt: at };
        await tx.account.create({ data: { ...row, platform, tenant: tenantOf(platform) } });
      }
  });
}

const SECRETARIS = ['secretaris'] as const;
const LEDEN = ['voorzitter', 'lid'] as const;

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

export const drawVoorkeur = (random: Random) => ({
  dagen: random.pick([[1, 2, 3, 4, 5], [1], [2, 4], [5], [1, 3]]),
  tijd: random.pick([null, null, '08:00', '13:30', '18:00']),
  alleenTermijn: random.chance(0.15),
});

/** The steps stay in their order: another order is not what anybody would choose. */
export const drawStap = (random: Random) => {
  const [stap, werkdagen] = random.pick(STAPPEN);
  return { stap, werkdagen: werkdagen - random.int(0, 1), tijd: random.pick(TIJDEN) };
};

/** What is said after the vergadering. */
export const drawNaAfloop = (random: Random) => ({
  werkdagen: random.int(1, 6),
  tijd: random.pick(TIJDEN),
  aan: random.pick(['leden', 'trekkers', 'agendacommissie', 'secretaris'] as const),
});
const TIJDEN = ['09:00', '10:30', '08:00', '16:30'];
