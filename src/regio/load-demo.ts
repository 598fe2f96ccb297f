import type { Tx } from '../db/database.ts';
import { planHerinneringen } from '../herinnering/plan-herinneringen.ts';
import { atLocalTime, toLocal } from '../kalender/datum.ts';
import { plusWerkdagen } from '../kalender/werkdag.ts';

/** Where the aldermen and partners of the region meet. */
const OVERLEG = 'RBA';
const SECRETARIS = { email: 'secretaris@haarlem.example', naam: 'Ambtelijk secretaris' };

/**
 * Job: makes the regio something to try. Functions, not people: a secretaris, for every organisatie a trekker, for
 * every one with a zetel in the RBA a bestuurder; and a vergadering about seven weeks ahead. Adds only what lacks, and
 * nothing to a regio of people: their secretaris is another one.
 */
export async function loadDemo(tx: Tx, now: Temporal.Instant): Promise<void> {
  const people = await tx.persoon.count();
  if (people > 0 && (await tx.persoon.count({ where: { email: SECRETARIS.email } })) === 0) return;
  await loadPersonen(tx);
  await loadBezettingen(tx, now);
  const overleg = await tx.overleg.findFirstOrThrow({ where: { code: OVERLEG } });
  if ((await tx.vergadering.count({ where: { overlegId: overleg.id } })) > 0) return;
  const date = plusWerkdagen(toLocal(now).toPlainDate().add({ weeks: 7 }), 0);
  const begin = new Date(atLocalTime(date, '10:00').epochMilliseconds);
  const { id } = await tx.vergadering.create({
    data: { overlegId: overleg.id, begin },
    select: { id: true },
  });
  await tx.vergaderingstap.create({ data: { vergaderingId: id, stap: 'dag_ervoor', bestuurders: true } });
  await planHerinneringen(tx, id, now);
}

async function loadPersonen(tx: Tx): Promise<void> {
  const organisaties = await tx.organisatie.findMany({
    include: { zetels: { where: { overleg: { code: OVERLEG }, rol: { not: 'secretaris' } } } },
    orderBy: { id: 'asc' },
  });
  const personen = organisaties.flatMap(({ id, code, naam, zetels }) => [
    { organisatieId: id, naam: `Trekker ${naam}`, email: `trekker@${code}.example`, rol: 'trekker' as const },
    ...zetels.map(() => {
      return {
        organisatieId: id,
        naam: `Bestuurder ${naam}`,
        email: `bestuurder@${code}.example`,
        rol: 'bestuurder' as const,
      };
    }),
    ...(code === 'haarlem' ? [{ organisatieId: id, ...SECRETARIS, rol: 'secretaris' as const }] : []),
  ]);
  await tx.persoon.createMany({ data: personen, skipDuplicates: true });
}

/** Gives every free zetel of an overleg that still meets to the secretaris or the bestuurder of its organisatie. */
async function loadBezettingen(tx: Tx, now: Temporal.Instant): Promise<void> {
  const zetels = await tx.zetel.findMany({
    where: { overleg: { opvolgerId: null }, bezettingen: { none: {} } },
    include: { organisatie: { include: { personen: { where: { vertrokkenOp: null } } } } },
  });
  const van = new Date(now.epochMilliseconds);
  const held = zetels.flatMap(({ id, rol, organisatie }) => {
    const wanted = rol === 'secretaris' ? 'secretaris' : 'bestuurder';
    const persoon = organisatie.personen.find((candidate) => candidate.rol === wanted);
    return persoon ? [{ zetelId: id, persoonId: persoon.id, van }] : [];
  });
  await tx.bezetting.createMany({ data: held });
}
