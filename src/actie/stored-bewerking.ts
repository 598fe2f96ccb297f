import { z } from 'zod';
import { deel, VELDEN, VELDNAMEN } from '../agenda/velden.ts';
import type { Tx } from '../db/database.ts';

/** A change of what the doe-agenda says about an actie. `van` is empty of what was not there before. */
export type Bewerking = {
  op: Date;
  wie: string;
  wat: string;
  velden: { naam: string; van: string; naar: string }[];
};

/** How many are shown: the log has them all. */
const SHOWN = 5;

/** The last changes of an actie that are in the log, newest first; its updates are not among them. */
export async function findBewerkingen(tx: Tx, nummer: number): Promise<Bewerking[]> {
  const rows = await tx.$queryRaw<
    { op: Date; naam: string | null; wat: string; inhoud: Record<string, unknown> }[]
  >`
    select op, naam, wat, inhoud from logregel left join persoon on persoon.id = persoon_id
    where inhoud->>'nummer' = ${String(nummer)}
    and wat in ('actie toegevoegd', 'actie gewijzigd', 'acties samengevoegd', 'actie gesplitst')
    order by logregel.id desc limit ${SHOWN}`;
  return rows.map(({ op, naam, wat, inhoud }) => ({
    op,
    wie: naam ?? 'een bestand, op de computer van de beheerder',
    ...bewerkingOf(wat, inhoud),
  }));
}

function bewerkingOf(wat: string, inhoud: Record<string, unknown>): Pick<Bewerking, 'wat' | 'velden'> {
  const [van, naar] = [deel.safeParse(inhoud['van']).data ?? {}, deel.safeParse(inhoud['naar']).data ?? {}];
  const ander = typeof inhoud['ander'] === 'number' ? ` (#${inhoud['ander']})` : '';
  if (wat === 'actie toegevoegd') return { wat, velden: [] };
  const uitBestand = velden.safeParse(inhoud['velden']).data;
  if (uitBestand)
    return {
      wat: `${wat} met een bestand`,
      velden: uitBestand.map(({ veld, ...rest }) => ({ naam: veld.toLowerCase(), ...rest })),
    };
  const gewijzigd = VELDNAMEN.filter((veld) => naar[veld] !== undefined).map((veld) => ({
    naam: VELDEN[veld].naam.toLowerCase(),
    van: textOf(van[veld]),
    naar: textOf(naar[veld]),
  }));
  return { wat: `${wat}${ander}`, velden: gewijzigd };
}

/** What an import logs of an actie. */
const velden = z.array(z.object({ veld: z.string(), van: z.string(), naar: z.string() }));

const textOf = (value: string | number | string[] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : String(value ?? '');
