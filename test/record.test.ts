import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispatcher } from '../src/chat/dispatch.ts';
import type { Answer, Ask, Request } from '../src/chat/platform.ts';
import { cardText } from '../src/chat/text.ts';
import { commands } from '../src/commands.ts';
import { KINDS } from './database.ts';
import { act, type Deed, type Model, type Outcome, type Row, type Status } from './record-model.ts';
import { deedOf, NUMMER, type Plan, plan, sayOf } from './record-plan.ts';
import { requestOf } from './request.ts';
import { talkFor } from './scene.ts';
import type { Talk } from './talk.ts';

function outcomeOf(answer: Answer): Outcome {
  if (answer.kind === 'form') return 'form';
  const text = cardText(answer.card);
  if (/^(?:Geregistreerd|Gecorrigeerd|Ongedaan gemaakt) bij/.test(text)) return 'stored';
  return text.startsWith('Al verwerkt op') ? 'already' : 'refused';
}

/** The record as it is in the database, with the ids of its rows. */
async function readRecord(talk: Talk) {
  return talk.inRegio(async (tx) => {
    const actie = await tx.actie.findFirstOrThrow({ where: { nummer: NUMMER } });
    const found = await tx.update.findMany({
      where: { actieId: actie.id },
      include: { persoon: true },
      orderBy: { id: 'asc' },
    });
    const ids = found.map(({ id }) => id);
    const place = (id: number | null) => (id === null ? null : ids.indexOf(id));
    const rows = found.map(
      (row): Row => ({
        soort: row.soort,
        by: row.persoon.email,
        van: row.statusVan,
        naar: row.statusNaar,
        text: row.toelichting,
        vorige: place(row.vorigeId),
        trektIn: place(row.trektInId),
        corrigeert: place(row.corrigeertId),
      }),
    );
    const logged = await tx.logregel.count({ where: { wat: { in: ['update', 'correctie', 'ongedaan'] } } });
    return { ids, rows, holds: place(actie.updateId), status: actie.status, logged };
  });
}

const FIRST: Status = 'nader_uit_te_werken';
const empty: Model = { first: FIRST, rows: [], holds: null };
const statusOf = ({ first, rows, holds }: Model) => (holds === null ? first : (rows[holds]?.naar ?? first));

/** How it is after some order of the deeds that makes exactly these rows; of two that make the same row either may have. */
function explain(model: Model, deeds: readonly Deed[], rows: readonly Row[]): Model | undefined {
  const row = rows[model.rows.length];
  if (!row) return model;
  for (const [index, deed] of deeds.entries()) {
    const after = act(model, deed);
    if (after.outcome !== 'stored' || JSON.stringify(after.model.rows.at(-1)) !== JSON.stringify(row))
      continue;
    const found = explain(after.model, deeds.toSpliced(index, 1), rows);
    if (found) return found;
  }
  return undefined;
}

describe.each(KINDS)('the record of an actie, on %s', (kind) => {
  const talk = talkFor(kind);
  const started = (): Ask => dispatcher({ db: talk.db, commands, now: talk.clock.now, log: talk.log });

  test('is what a simple model says, whatever several people do, in whatever order', {
    timeout: 300_000,
  }, async () => {
    const runs = kind === 'postgres' ? 30 : 10;
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 4, maxLength: 14 }), async (plans) => {
        await talk.reset();
        let ask = started();
        let model = empty;
        const asked: { request: Request; outcome: Outcome }[] = [];
        for (const step of plans) {
          const { ids } = await readRecord(talk);
          if (step.kind === 'restart') ask = started();
          const earlier = step.kind === 'again' ? asked.at(-1 - Math.max(0, step.back)) : undefined;
          if (earlier) {
            const answer = await ask(earlier.request);
            expect({ outcome: outcomeOf(answer) }).toEqual({ outcome: earlier.outcome });
          }
          const deed = deedOf(step, ids.length);
          if (!deed) continue;
          const request = requestOf(deed.who, sayOf(deed, ids));
          const answer = await ask(request);
          const expected = act(model, deed);
          expect({ deed, outcome: outcomeOf(answer) }).toEqual({ deed, outcome: expected.outcome });
          // A refusal is not kept: what was refused may be asked again, and be so no longer.
          if (expected.outcome !== 'refused') asked.push({ request, outcome: expected.outcome });
          model = expected.model;
          const { rows, holds, status, logged } = await readRecord(talk);
          expect({ rows, holds }).toEqual({ rows: model.rows, holds: model.holds });
          expect({ status, logged }).toEqual({ status: statusOf(model), logged: model.rows.length });
        }
      }),
      { numRuns: runs },
    );
  });

  test('is one that could have come about one by one, when all do it at the same time and twice', {
    timeout: 300_000,
  }, async () => {
    const runs = kind === 'postgres' ? 20 : 5;
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 12, maxLength: 24 }), async (plans) => {
        await talk.reset();
        const ask = started();
        for (let from = 0; from < plans.length; from += 6) await atOnce(ask, plans.slice(from, from + 6));
      }),
      { numRuns: runs },
    );
  });

  async function atOnce(ask: Ask, plans: Plan[]) {
    const was = await readRecord(talk);
    const deeds = plans.flatMap((step) => deedOf(step, was.ids.length) ?? []);
    const answers = await Promise.all(
      deeds.flatMap((deed) => {
        const request = requestOf(deed.who, sayOf(deed, was.ids));
        return [ask(request), ask({ ...request })];
      }),
    );
    const { rows, holds, status, logged } = await readRecord(talk);
    const stored = answers.filter((answer) => !answer.repeated && outcomeOf(answer) === 'stored');
    expect(rows).toHaveLength(was.rows.length + stored.length);
    expect(logged).toBe(rows.length);
    const model = explain({ first: FIRST, rows: was.rows, holds: was.holds }, deeds, rows);
    expect({ rows, by: model && 'some order of the deeds' }).toEqual({ rows, by: 'some order of the deeds' });
    if (!model) return;
    expect({ holds, status }).toEqual({ holds: model.holds, status: statusOf(model) });
  }
});
