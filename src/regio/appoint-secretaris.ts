import type { Tx } from '../db/database.ts';
import { foutenIn, tidyEmail } from '../persoon/ingevuld.ts';
import { lookUpOrganisatie } from '../persoon/stored-organisatie.ts';
import { eersteSecretaris } from '../persoon/stored-persoon.ts';

/** The first secretaris of a regio. `organisatie`: by code, name or abbreviation. */
export type Eerste = { naam: string; email: string; organisatie: string };

/** What whoever starts a regio did wrong; shown without a stack. */
export class AppointmentError extends Error {}

/**
 * Job: gives a regio its first secretaris, and nobody else: from then on people are added in chat. Refuses where there
 * is one already. Again with the same address changes nothing.
 */
export async function appointSecretaris(tx: Tx, eerste: Eerste, now: Temporal.Instant): Promise<void> {
  const [naam, email] = [eerste.naam.trim(), tidyEmail(eerste.email)];
  const wrong = foutenIn({ naam, email, organisatie: eerste.organisatie, rol: 'secretaris' });
  if (wrong.naam || wrong.email) throw new AppointmentError(`--secretaris wants "Name <address>".`);
  // Two that start a regio at the same moment: the second waits, and then finds the first.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('secretaris'), current_setting('app.regio')::integer)`;
  const there = await eersteSecretaris(tx);
  if (there?.email === email) return;
  if (there) {
    throw new AppointmentError(
      `There is a secretaris already: ${there.naam} (${there.email}), who adds people in chat with «persoon toevoegen».`,
    );
  }
  const organisatie = await lookUpOrganisatie(tx, eerste.organisatie);
  if (!organisatie)
    throw new AppointmentError(`--organisatie ${eerste.organisatie} is not one of the doe-agenda.`);
  const row = { naam, rol: 'secretaris' as const, organisatieId: organisatie.id, vertrokkenOp: null };
  const known = await tx.persoon.updateMany({ where: { email }, data: row });
  if (known.count === 0) await tx.persoon.createMany({ data: [{ ...row, email }] });
  const inhoud = { email, rol: 'secretaris', organisatie: organisatie.code };
  const op = new Date(now.epochMilliseconds);
  await tx.logregel.create({ data: { op, wat: 'eerste secretaris', inhoud } });
}
