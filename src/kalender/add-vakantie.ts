import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import { addLogregel } from '../chat/logregel.ts';
import { planComing } from '../herinnering/plan-herinneringen.ts';
import { Refusal } from '../refusal.ts';
import { DATUM_BEGIN } from './dag.ts';
import { dagText, requireMoment, toLocal } from './datum.ts';
import { comingVakanties, naarDate, refuseOthers } from './stored-vakantie.ts';
import { dagenText, kortText, naamVan, overlap, type Vakantie } from './vakantie.ts';
import { vakantieCard } from './vakanties-card.ts';
import type { Dagen } from './werkdag.ts';

const VAN = `(?: (?:van )?(?<van>(?:\\d|(?:${DATUM_BEGIN})\\b).*))?`;

/** «vakantie kerst 19 december 2026 t/m 3 januari 2027», «bouwvak 2 t/m 20 augustus 2027». */
export const addVakantie = command({
  name: 'vakantie.toevoegen',
  input: z.object({ naam: z.string().default(''), van: z.string().default('') }),
  phrases: [
    new RegExp(`^vakantie(?: toevoegen)?(?: (?<naam>[\\p{L}' -]{2,60}?))?${VAN}$`, 'iu'),
    new RegExp(`^(?<naam>bouwvak|(?:herfst|kerst|voorjaars|mei|zomer)vakantie)${VAN}$`, 'iu'),
  ],
  changes: true,
  run: ({ naam, van }, asked) => add(naam, van, asked),
});

const VOORBEELD = '«vakantie kerst 19 december 2026 t/m 3 januari 2027»';

async function add(typed: string, days: string, asked: Asked): Promise<Card> {
  const { tx, now } = asked;
  await refuseOthers(asked);
  if (typed === '' || days === '')
    throw new Refusal(`Zet er een naam en twee data bij, bijvoorbeeld ${VOORBEELD}.`);
  const today = toLocal(now).toPlainDate();
  const dagen = readDagen(days, today);
  const all = await comingVakanties(tx, today);
  const naam = naamVan(
    typed,
    all.map((one) => one.naam),
  );
  const there = all.find((one) => one.naam === naam && overlap(one, dagen));
  const row = { naam, van: naarDate(dagen.van), tot: naarDate(dagen.tot) };
  if (there) await tx.vakantie.updateMany({ where: { id: there.id }, data: row });
  else await tx.vakantie.createMany({ data: [{ ...row, vrij: true }] });
  await addLogregel(asked, there ? 'vakantie gewijzigd' : 'vakantie toegevoegd', {
    naam,
    dagen: kortText(dagen),
  });
  await planComing(tx, now);
  const vakantie: Vakantie = { id: 0, naam, ...dagen, vrij: there?.vrij ?? true };
  const text = there
    ? `Gewijzigd: ${naam}, ${kortText(there)} → ${kortText(dagen)}.`
    : `Toegevoegd: ${naam}, ${dagenText(dagen)}.`;
  return vakantieCard(text, vakantie, now);
}

/** Longer than the summer holidays, and still a mistake. */
const LANGST = 70;

/** Reads "19 december t/m 3 januari 2027", "2 t/m 20 augustus 2027", "5 mei 2028". Refuses what is no period. */
function readDagen(text: string, today: Temporal.PlainDate): Dagen {
  const [first = '', last = first, ...more] = text.split(
    /\s*(?:\bt\/?m\b|\btot en met\b|\btot\b|–|\s-\s)\s*/i,
  );
  if (more.length > 0) throw new Refusal(`Ik begrijp deze data niet. Schrijf bijvoorbeeld ${VOORBEELD}.`);
  const tot = requireMoment(last, today, 'vooruit').date;
  const van = readVan(first, tot, today);
  if (Temporal.PlainDate.compare(van, tot) > 0)
    throw new Refusal(`${dagText(van)} ligt na ${dagText(tot)}. Zet de eerste dag vooraan.`);
  if (Temporal.PlainDate.compare(tot, today) < 0)
    throw new Refusal(`${dagText(tot)} is al geweest. Kies een vakantie die nog komt.`);
  const days = van.until(tot).days + 1;
  if (days > LANGST) throw new Refusal(`Dat zijn ${days} dagen. Een vakantie is hoogstens ${LANGST} dagen.`);
  return { van, tot };
}

/** Without a month or a year of its own it is the last such day up to the end. */
function readVan(text: string, tot: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  if (/^\d{1,2}$/.test(text)) {
    const day = Number(text);
    if (day >= 1 && day <= tot.day) return tot.with({ day });
    throw new Refusal(`Ik begrijp de eerste dag «${text}» niet. Schrijf bijvoorbeeld ${VOORBEELD}.`);
  }
  if (/\d{4}/.test(text)) return requireMoment(text, today, 'vooruit').date;
  return requireMoment(text, tot.add({ days: 1 }), 'terug').date;
}
