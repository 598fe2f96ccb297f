import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Tx } from '../db/database.ts';
import { takePlanning } from '../herinnering/plan-herinneringen.ts';
import { DATUM_BEGIN } from '../kalender/dag.ts';
import { atLocalTime, requireMoment, toLocal } from '../kalender/datum.ts';
import { maandText } from '../kalender/maand.ts';
import { dagVan } from '../kalender/stored-vakantie.ts';
import { Refusal } from '../refusal.ts';
import { propose, type Soort } from '../voorstel/stored-voorstel.ts';
import { geplandCard, plannedCard, planPreview } from './plan-card.ts';
import { DEFAULT_OVERLEG, planAll } from './plan-vergadering.ts';
import { patroonOf, proposeDates, ritmeOf } from './ritme.ts';
import { findOverleg, overlegIn } from './stored-overleg.ts';
import { bezwarenVan, geplandVan, voorbeeldVan, waarschuwingen } from './stored-ritme.ts';
import { refuseOthers } from './stored-vergadering.ts';
import { CODE_WORD, voorbeeldText } from './vergadering.ts';

export const WAT = 'een vergadering plannen';
export const inhoud = z.object({
  overleg: z.number().int(),
  momenten: z.array(z.string()),
  opmerkingen: z.array(z.string()),
});
export type Inhoud = z.output<typeof inhoud>;

export const instants = ({ momenten }: Inhoud) => momenten.map((moment) => Temporal.Instant.from(moment));
export const overlegById = (tx: Tx, id: number) => tx.overleg.findFirstOrThrow({ where: { id } });

/** The vergaderingen of a year, shown before they are planned. What is planned meanwhile falls out. */
export const vergaderingenPlannen: Soort<Inhoud> = {
  naam: 'vergaderingen-plannen',
  inhoud,
  refresh: async (voorstel, asked) => {
    await refuseOthers(asked, WAT);
    await takePlanning(asked.tx);
    const there = (await geplandVan(asked.tx, voorstel.overleg, asked.now)).map(String);
    const open = instants(voorstel).filter(
      (moment) => !there.includes(`${moment}`) && Temporal.Instant.compare(moment, asked.now) > 0,
    );
    return open.length === 0 ? undefined : { ...voorstel, momenten: open.map(String) };
  },
  preview: async (voorstel, { tx, now }) => {
    const momenten = instants(voorstel);
    const warnings = waarschuwingen(momenten, await bezwarenVan(tx, voorstel.overleg, now));
    return planPreview(await overlegById(tx, voorstel.overleg), momenten, [
      ...voorstel.opmerkingen,
      ...warnings,
    ]);
  },
  carryOut: async (voorstel, asked) => {
    const overleg = await overlegById(asked.tx, voorstel.overleg);
    const momenten = instants(voorstel);
    const planned = await planAll(overleg, momenten, asked);
    return plannedCard({ overleg, momenten, planned, opmerkingen: [], now: asked.now });
  },
  present: async (voorstel, { tx, now }) =>
    geplandCard(await overlegById(tx, voorstel.overleg), await geplandVan(tx, voorstel.overleg, now), now),
};

/** «overleg plan», «overleg plan RBA», «overleg plan RBA 2027». */
export const planJaar = command({
  name: 'overleg.plan.jaar',
  input: z.object({ code: z.string().default(DEFAULT_OVERLEG), jaar: z.coerce.number().int().optional() }),
  phrases: [
    new RegExp(
      `^overleg plan(?:nen)?(?: (?!(?:${DATUM_BEGIN})\\b)(?<code>${CODE_WORD}))?(?: (?:voor |in )?(?<jaar>20\\d{2}))?[.!]?$`,
      'i',
    ),
  ],
  changes: true,
  run: ({ code, jaar }, asked) => proposeJaar(code, jaar, asked),
});

async function proposeJaar(code: string, jaar: number | undefined, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked, WAT);
  // «overleg plan ooit» names no overleg but a day, that is not understood.
  if (jaar === undefined && !(await overlegIn(tx, code)).code)
    requireMoment(code, toLocal(now).toPlainDate(), 'vooruit');
  const overleg = await findOverleg(tx, code, now);
  const ritme = ritmeOf(overleg.frequentie);
  if (ritme === 'data') {
    throw new Refusal(
      `${overleg.naam} heeft geen vast ritme. Geef zelf de data: «overleg plan ${overleg.code} ${voorbeeldText(now)}», met een komma tussen twee data. Of kies een ritme: «overleg ritme ${overleg.code} kwartaal».`,
    );
  }
  const bezwaar = await bezwarenVan(tx, overleg.id, now);
  const patroon = patroonOf(await voorbeeldVan(tx, overleg.id, now));
  const gepland = (await geplandVan(tx, overleg.id, beginOfQuarter(now))).map((at) =>
    toLocal(at).toPlainDate(),
  );
  const months = monthsTo(jaar, now);
  const plan = proposeDates({ ritme, patroon, ...months, gepland, bezwaar });
  const opmerkingen = [...plan.opmerkingen, ...(await unknownVakanties(tx, months.tot))];
  if (plan.momenten.length === 0)
    throw new Refusal(['Ik heb geen datum om voor te stellen.', ...opmerkingen].join(' '));
  const momenten = plan.momenten.map(String);
  return propose(vergaderingenPlannen, { overleg: overleg.id, momenten, opmerkingen }, asked);
}

/** What was held since then counts: a quarter in which it has met needs no second one. Nothing is planned this month. */
function beginOfQuarter(now: Temporal.Instant): Temporal.Instant {
  const { year, month } = toLocal(now);
  const first = Temporal.PlainDate.from({ year, month: month - ((month - 1) % 3), day: 1 });
  return atLocalTime(first, '00:00');
}

/** From next month on: a year, or the year that was named. */
function monthsTo(jaar: number | undefined, now: Temporal.Instant) {
  const today = toLocal(now).toPlainDate();
  const next = today.toPlainYearMonth().add({ months: 1 });
  if (jaar === undefined) return { van: next, tot: next.add({ months: 11 }) };
  const [first, last] = [1, 12].map((month) => Temporal.PlainYearMonth.from({ year: jaar, month }));
  if (!first || !last || Temporal.PlainYearMonth.compare(last, next) < 0)
    throw new Refusal(
      `${jaar} is (bijna) voorbij. Kies een later jaar, bijvoorbeeld «overleg plan ${next.year}».`,
    );
  return { van: Temporal.PlainYearMonth.compare(first, next) < 0 ? next : first, tot: last };
}

/** Says from when on it is not known when the schools are closed. */
async function unknownVakanties(tx: Tx, tot: Temporal.PlainYearMonth): Promise<string[]> {
  const last = (await tx.vakantie.aggregate({ _max: { tot: true } }))._max.tot;
  const known = last && dagVan(last).toPlainYearMonth();
  if (known && Temporal.PlainYearMonth.compare(known, tot) >= 0) return [];
  return [
    `${known ? `Na ${maandText(known)} ken ik geen` : 'Ik ken nog geen'} vakanties. Voeg ze toe met «vakantie kerst 19 december 2026 t/m 3 januari 2027».`,
  ];
}
