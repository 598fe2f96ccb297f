import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { type Desk, deskOf } from '../desk.ts';
import { requestOf } from '../request.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe.each(KINDS)('a voorstel, on %s', (kind) => {
  let talk: Talk;
  let desk: Desk;
  beforeAll(async () => {
    talk = await talkOn(kind);
  });
  beforeEach(async () => {
    await talk.reset();
    desk = deskOf(talk, SECRETARIS);
  });
  afterAll(() => talk.close());

  const rows = () => talk.inRegio((tx) => tx.voorstel.findMany({ orderBy: { id: 'asc' } }));

  test('is kept until its button is pressed, and says what became of it', async () => {
    await desk.say('actie 12 thema 4');
    expect(await rows()).toMatchObject([{ status: 'open', beslistOp: null }]);
    await desk.press('Opslaan');
    expect(await rows()).toMatchObject([
      { status: 'opgeslagen', inhoud: { nummer: 12, van: { thema: 2 }, naar: { thema: 4 } } },
    ]);
  });

  test('that was overtaken is done with; what is so already is said', async () => {
    await desk.say('actie 12 thema 4');
    const save = desk.hold('Opslaan');
    await desk.say('actie 12 thema 4');
    await desk.press('Opslaan');
    expect(await save()).toContain('Er verandert niets: zo is het al.');
    expect((await rows()).map(({ status }) => status)).toEqual(['vervallen', 'opgeslagen']);
    expect(await save()).toContain('Al verwerkt');
  });

  test('is saved by whom it was shown to only', async () => {
    await desk.say('actie 12 thema 4');
    const [row] = await rows();
    const say = { command: 'voorstel.opslaan', input: { voorstel: row?.id ?? 0 } };
    const answer = await talk.ask(requestOf(UWV, say));
    expect(JSON.stringify(answer)).toContain('Dit voorstel is van iemand anders');
    expect(await rows()).toMatchObject([{ status: 'open' }]);
  });

  test('is not saved by who may not change the agenda any more', async () => {
    await desk.say('actie 12 thema 4');
    await talk.inRegio((tx) =>
      tx.persoon.updateMany({ where: { email: SECRETARIS }, data: { rol: 'lezer' } }),
    );
    const text = await desk.press('Opslaan');
    await talk.inRegio((tx) =>
      tx.persoon.updateMany({ where: { email: SECRETARIS }, data: { rol: 'secretaris' } }),
    );
    expect(text).toContain('kan de doe-agenda wijzigen');
    expect(await rows()).toMatchObject([{ status: 'open' }]);
  });

  test('is not rewritten once it was shown', async () => {
    await desk.say('actie 12 thema 4');
    const rewrite = talk.inRegio((tx) => tx.voorstel.updateMany({ data: { inhoud: {} } }));
    await expect(rewrite).rejects.toThrow(/permission denied/);
  });
});
