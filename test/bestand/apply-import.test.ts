import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { at } from '../moments.ts';
import { requestOf } from '../request.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { type Cel, cellsOf, exported, KOPPEN, nieuweRij } from './files.ts';
import { proevenOn } from './proef.ts';

describe.each(KINDS)('applying an import, on %s', (kind) => {
  const { talk, agenda, give } = proevenOn(kind);

  const press = (label: string, email = SECRETARIS) => talk.say(email, label);
  /** The row of an actie, with some cells changed. */
  const row = (nummer: number, more: Record<string, Cel>) =>
    (agenda.find(([cel]) => cel === nummer) ?? []).map((cel, kolom) => more[KOPPEN[kolom] ?? ''] ?? cel);
  const logged = () =>
    talk.inRegio(async (tx) =>
      (await tx.logregel.findMany({ orderBy: { id: 'asc' } })).map(({ wat, inhoud }) => ({ wat, inhoud })),
    );

  test('adds and changes acties, with a line in the log for each', async () => {
    await give([
      KOPPEN,
      row(4, { Actie: 'Samen aan de slag', Trekkers: 'IJmond-gemeenten' }),
      row(12, { Themanummer: 3, Thema: 'Behoud voor mensen met een garantiebaan of WSW-indicatie' }),
      nieuweRij('Een nieuwe actie', { Trekkers: 'TNO | nader te bepalen', Status: 'afgerond' }),
    ]);
    expect(await press('Toepassen')).toBe(
      'Toegepast: acties.xlsx\n1 nieuw (#47), 2 gewijzigd, 0 ongewijzigd.\nStand van 23 november 2026, 09:00 uur',
    );
    expect(await talk.say(SECRETARIS, 'actie 4')).toMatch(/#4 Samen aan de slag[\s\S]*IJmond-gemeenten/);
    expect(await talk.say(SECRETARIS, 'actie 12')).toContain('Behoud voor mensen met een garantiebaan');
    expect(await talk.say(SECRETARIS, 'actie 47')).toMatch(/#47 Een nieuwe actie[\s\S]*TNO/);
    const { toegevoegdOp, status } = await talk.inRegio((tx) =>
      tx.actie.findFirstOrThrow({ where: { nummer: 47 } }),
    );
    expect([toegevoegdOp?.toISOString(), status]).toEqual(['2026-11-23T08:00:00.000Z', 'afgerond']);
    expect(await logged()).toMatchObject([
      { wat: 'import', inhoud: { bestand: 'acties.xlsx', nieuw: 1, gewijzigd: 2 } },
      { wat: 'actie toegevoegd', inhoud: { nummer: 47, titel: 'Een nieuwe actie' } },
      {
        wat: 'actie gewijzigd',
        inhoud: {
          nummer: 4,
          velden: [
            { veld: 'Actie', naar: 'Samen aan de slag' },
            { veld: 'Trekkers', van: 'UWV', naar: 'IJmond-gemeenten' },
          ],
        },
      },
      { wat: 'actie gewijzigd', inhoud: { nummer: 12, velden: [{ veld: 'Thema' }] } },
    ]);
  });

  test('leaves the status, the updates and what is not in the file as they are', async () => {
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    await give([KOPPEN, row(4, { Status: 'Loopt', Financiering: 'Rijksbijdrage' })]);
    await press('Toepassen');
    const text = await talk.say(SECRETARIS, 'actie 4');
    expect(text).toContain('Eerste gesprekken gevoerd');
    expect(text).toContain('Rijksbijdrage');
    expect(await talk.inRegio((tx) => tx.actie.count())).toBe(46);
  });

  test('keeps the persoon of a trekker that stays', async () => {
    await talk.inRegio(async (tx) => {
      const persoon = await tx.persoon.findFirstOrThrow({ where: { email: UWV } });
      await tx.trekker.updateMany({ where: { actie: { nummer: 4 } }, data: { persoonId: persoon.id } });
    });
    await give([KOPPEN, row(4, { Trekkers: 'TNO, uwv' })]);
    await press('Toepassen');
    const trekkers = await talk.inRegio((tx) =>
      tx.trekker.findMany({
        where: { actie: { nummer: 4 } },
        include: { persoon: true },
        orderBy: { id: 'asc' },
      }),
    );
    expect(trekkers.map(({ aanduiding, persoon }) => [aanduiding, persoon?.email])).toEqual([
      ['UWV', UWV],
      ['TNO', undefined],
    ]);
  });

  test('twice is once', async () => {
    await give([KOPPEN, nieuweRij('Eén keer')]);
    const { id } = await talk.inRegio((tx) => tx.import.findFirstOrThrow());
    await press('Toepassen');
    talk.clock.moveTo(at('2026-11-23T10:00'));
    const say = { command: 'import.toepassen', input: { import: id } };
    const again = await talk.ask(requestOf(SECRETARIS, say));
    expect(JSON.stringify(again)).toContain(
      'Al verwerkt: «acties.xlsx» is op 23 november 2026, 09:00 uur toegepast.',
    );
    expect(await talk.inRegio((tx) => tx.actie.count())).toBe(47);
    expect((await logged()).filter(({ wat }) => wat === 'import')).toHaveLength(1);
  });

  test('by two at the same time is once', async () => {
    await give([KOPPEN, nieuweRij('Eén keer')]);
    const { id } = await talk.inRegio((tx) => tx.import.findFirstOrThrow());
    const say = { command: 'import.toepassen', input: { import: id } };
    const ask = () => talk.ask(requestOf(SECRETARIS, say));
    const answers = (await Promise.all([ask(), ask(), ask()])).map((answer) => JSON.stringify(answer));
    expect(answers.filter((answer) => answer.includes('Toegepast: '))).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes('Al verwerkt'))).toHaveLength(2);
    expect(await talk.inRegio((tx) => tx.actie.count())).toBe(47);
  });

  test('shows the new difference when the doe-agenda changed since, and applies that only when it is asked again', async () => {
    await give([KOPPEN, row(4, { Financiering: 'Rijksbijdrage' })]);
    const [{ id } = { id: 0 }] = await talk.inRegio((tx) => tx.import.findMany());
    await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd');
    const text = await press('Toepassen');
    expect(text).toContain('De doe-agenda is intussen veranderd. Er is nog niets toegepast');
    expect(text).toContain('H2: De status wijzig je niet hier');
    expect(await talk.say(SECRETARIS, 'actie 4')).not.toContain('Rijksbijdrage');
    await talk.say(UWV, 'actie 4');
    const say = { command: 'import.toepassen', input: { import: id } };
    const old = await talk.ask(requestOf(SECRETARIS, say));
    expect(JSON.stringify(old)).toContain('Al verwerkt: de doe-agenda was veranderd');
  });

  test('that is asked again after a change that does not matter is applied', async () => {
    await give([KOPPEN, row(4, { Financiering: 'Rijksbijdrage' }), nieuweRij('Een nieuwe actie')]);
    await talk.say('trekker@tno.example', 'actie 20 loopt Eerste proef gedraaid');
    await press('Toepassen');
    expect(await talk.say(SECRETARIS, 'actie 4')).toContain('Rijksbijdrage');
  });

  test('when somebody added an actie since, takes the next number, but shows it first', async () => {
    await give([KOPPEN, nieuweRij('De tweede')]);
    await talk.inRegio(async (tx) => {
      const { id: _, ...first } = await tx.actie.findFirstOrThrow({ omit: { regioId: true } });
      await tx.actie.create({ data: { ...first, nummer: 47, titel: 'De eerste', updateId: null } });
    });
    expect(await press('Toepassen')).toContain('➕ Nieuw: #48 De tweede');
    expect(await press('Toepassen')).toContain('1 nieuw (#48)');
  });

  test('that breaks halfway has done nothing, and can be done again', async () => {
    await give([
      KOPPEN,
      row(4, { Financiering: 'Rijksbijdrage' }),
      row(5, { Trekkers: 'TNO' }),
      nieuweRij('Een nieuwe actie'),
    ]);
    // The last thing that is written is refused.
    await talk.db.owner.$executeRawUnsafe(
      `alter table logregel add constraint broken check (wat <> 'actie gewijzigd') not valid`,
    );
    const before = await cellsOf(await exported(talk));
    const { id } = await talk.inRegio((tx) => tx.import.findFirstOrThrow());
    expect(await press('Toepassen')).toContain('Er is niets opgeslagen.');
    await talk.db.owner.$executeRawUnsafe('alter table logregel drop constraint broken');
    expect(await cellsOf(await exported(talk))).toEqual(before);
    expect(await logged()).toEqual([]);
    const say = { command: 'import.toepassen', input: { import: id } };
    const again = await talk.ask(requestOf(SECRETARIS, say));
    expect(JSON.stringify(again)).toContain('1 nieuw (#47), 2 gewijzigd');
  });

  test('is refused of anybody but the secretaris', async () => {
    await give([KOPPEN, nieuweRij('Een nieuwe actie')]);
    const { id } = await talk.inRegio((tx) => tx.import.findFirstOrThrow());
    for (const command of ['import.toepassen', 'import.annuleer', 'import.toon', 'import.bestand']) {
      const gelezen = { kolommen: {}, rijen: [], fouten: [], genegeerd: [] };
      const say = { command, input: { import: id, pagina: 1, bestand: 'x.xlsx', gelezen } };
      const answer = await talk.ask(requestOf(UWV, say));
      expect(JSON.stringify(answer), command).toContain('Alleen de secretaris kan een bestand importeren.');
    }
    expect(await talk.inRegio((tx) => tx.import.count({ where: { status: 'proef' } }))).toBe(1);
  });

  test('with an error in it is refused, whatever button is pressed', async () => {
    await give([
      KOPPEN,
      row(4, { Financiering: 'Rijksbijdrage' }),
      nieuweRij('Een', { Trekkers: 'Niemand' }),
    ]);
    const { id } = await talk.inRegio((tx) => tx.import.findFirstOrThrow());
    const say = { command: 'import.toepassen', input: { import: id } };
    const answer = await talk.ask(requestOf(SECRETARIS, say));
    expect(JSON.stringify(answer)).toContain('Er is niets toegepast: in het bestand staan nog fouten.');
    expect(await talk.say(SECRETARIS, 'actie 4')).not.toContain('Rijksbijdrage');
  });
});
