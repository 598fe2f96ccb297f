import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { tijdText } from '../kalender/datum.ts';
import { Refusal } from '../refusal.ts';
import { decide, propose } from '../voorstel/stored-voorstel.ts';
import { getyptOf, jaarForm, VELDEN } from './jaar-form.ts';
import { beginOf } from './move-vergadering.ts';
import { type Inhoud, inhoud, instants, overlegById, vergaderingenPlannen, WAT } from './plan-jaar.ts';
import { DEFAULT_TIME } from './plan-vergadering.ts';
import { geplandVan, voorbeeldVan } from './stored-ritme.ts';
import { refuseOthers } from './stored-vergadering.ts';
import { checkBegin } from './vergadering.ts';

/** The form in which the dates of a voorstel are changed. */
export const openJaarForm = command({
  name: 'overleg.plan.formulier',
  input: z.object({ overleg: z.number().int(), voorstel: z.number().int() }),
  phrases: [],
  run: async ({ overleg, voorstel }, asked) => {
    await refuseOthers(asked, WAT);
    const kept = await keptIn(voorstel, asked);
    const found = await overlegById(asked.tx, overleg);
    return jaarForm({ overleg: found, voorstel, getypt: kept ? instants(kept).map(getyptOf) : [] });
  },
});

/** What was proposed to the asker; undefined: that was something else. */
async function keptIn(id: number, { tx, asker }: Asked): Promise<Inhoud | undefined> {
  const row = await tx.voorstel.findFirst({
    where: { id, persoonId: asker.id, soort: vergaderingenPlannen.naam },
  });
  return inhoud.safeParse(row?.inhoud).data;
}

/** Its form, handed in: shown again with what is wrong, or proposed. */
export const showJaar = command({
  name: 'overleg.plan.toon',
  input: z.looseObject({ overleg: z.number().int(), voorstel: z.number().int() }),
  phrases: [],
  changes: true,
  run: ({ overleg, voorstel, ...fields }, asked) => show(overleg, voorstel, fields, asked),
});

async function show(
  id: number,
  voorstel: number,
  fields: Record<string, unknown>,
  asked: Asked,
): Promise<Card | Form> {
  const { tx, now } = asked;
  await refuseOthers(asked, WAT);
  const overleg = await overlegById(tx, id);
  const getypt = VELDEN.map((veld) =>
    String(fields[veld] ?? '')
      .trim()
      .replace(/^-$/, ''),
  );
  const voorbeeld = await voorbeeldVan(tx, id, now);
  const there = (await geplandVan(tx, id, now)).map(String);
  const read = getypt.map((text) => readDate(text, voorbeeld ? tijdText(voorbeeld) : DEFAULT_TIME, now));
  const errors = read.map((one, index) => errorAt(one, read.slice(0, index), there));
  const momenten = read.flatMap((one) => (one && 'moment' in one ? `${one.moment}` : [])).sort();
  if (errors.some((error) => error !== undefined)) return jaarForm({ overleg, voorstel, getypt, errors });
  if (momenten.length === 0) {
    const [, ...none] = getypt;
    return jaarForm({
      overleg,
      voorstel,
      getypt: ['', ...none],
      errors: ['Vul een datum in, of druk op Annuleren.'],
    });
  }
  // What it takes the place of can be saved no more.
  await decide(voorstel, 'vervallen', 'open', asked);
  return propose(vergaderingenPlannen, { overleg: id, momenten, opmerkingen: [] }, asked);
}

type Read = { moment: Temporal.Instant } | { error: string } | undefined;

function readDate(text: string, time: string, now: Temporal.Instant): Read {
  if (text === '') return undefined;
  try {
    const moment = beginOf(text, now, time);
    checkBegin(moment, now);
    return { moment };
  } catch (error) {
    if (error instanceof Refusal) return { error: error.message };
    throw error;
  }
}

function errorAt(one: Read, before: readonly Read[], there: readonly string[]): string | undefined {
  if (!one || 'error' in one) return one?.error;
  if (there.includes(`${one.moment}`)) return 'Dan staat er al een vergadering gepland.';
  const twice = before.some((other) => other && 'moment' in other && other.moment.equals(one.moment));
  return twice ? 'Deze datum staat er al.' : undefined;
}
