import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { type Desk, deskOf } from '../desk.ts';
import { SECRETARIS, type Talk, talkOn, UWV } from '../talk.ts';

describe.each(KINDS)('what the agenda says about an actie, on %s', (kind) => {
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

  const log = () =>
    talk.inRegio((tx) =>
      tx.logregel.findMany({
        where: { wat: 'actie gewijzigd' },
        select: { inhoud: true },
        orderBy: { id: 'asc' },
      }),
    );

  test('changes in a form: only what was changed is shown, old → new, and saved with one logregel', async () => {
    expect(await desk.say('actie 12 bewerken')).toContain('Titel: Onderzoeken uitbreiding');
    const preview = await desk.fill({ titel: 'Detachering uitbreiden', financiering: '' });
    expect(preview).toContain(
      'Titel: Onderzoeken uitbreiding mogelijkheden tot detachering → Detachering uitbreiden',
    );
    expect(preview).toContain('Financiering: lokaal nader te bepalen → nader te bepalen');
    expect(preview).not.toContain('Thema');
    expect(preview).toContain('Er is nog niets opgeslagen.');
    expect(await desk.say('actie 12')).toContain('#12 Onderzoeken');
    await desk.say('actie 12 bewerken');
    await desk.fill({ titel: 'Detachering uitbreiden' });
    expect(await desk.press('Opslaan')).toContain('Opgeslagen bij #12 Detachering uitbreiden');
    expect(await log()).toEqual([
      {
        inhoud: {
          nummer: 12,
          van: { titel: 'Onderzoeken uitbreiding mogelijkheden tot detachering' },
          naar: { titel: 'Detachering uitbreiden' },
        },
      },
    ]);
    expect(await desk.say('actie 12 historie')).toContain(
      'Ambtelijk secretaris · actie gewijzigd; titel: Onderzoeken uitbreiding mogelijkheden tot detachering → Detachering uitbreiden',
    );
  });

  test('is found at once under its new words', async () => {
    await desk.say('actie 12 bewerken');
    await desk.fill({ titel: 'Kwantumcomputers leren bedienen', doelgroep: 'Natuurkundigen' });
    await desk.press('Opslaan');
    expect(await talk.say(UWV, 'hoe staat het met de kwantumcomputers?')).toMatch(/^#12 Kwantum/);
    expect(await talk.say(UWV, 'acties voor natuurkundigen')).toContain('1 actie');
  });

  test('comes back with what was typed and the reason at the field', async () => {
    await desk.say('actie 12 bewerken');
    const again = await desk.fill({ titel: '  ', thema: '99', trekkers: 'uwv, gemeente Heemstee' });
    expect(again).toContain('(Vul een titel in.)');
    expect(again).toContain('(Kies een thema uit de lijst.)');
    expect(again).toContain(
      'Trekkers: uwv, gemeente Heemstee (Ik ken «gemeente Heemstee» niet. Bedoel je gemeente Heemstede',
    );
    const preview = await desk.fill({
      titel: 'Nieuwe titel',
      thema: '2',
      trekkers: 'uwv, gemeente Heemstede',
    });
    expect(preview).toContain('Trekkers: lokaal nader te bepalen → UWV, gemeente Heemstede');
  });

  test('is not saved over what somebody else changed: the new difference is shown first', async () => {
    await desk.say('actie 12 bewerken');
    await desk.fill({ titel: 'Mijn titel' });
    const save = desk.hold('Opslaan');
    const other = deskOf(talk, SECRETARIS);
    await other.say('actie 12 bewerken');
    await other.fill({ titel: 'Hun titel' });
    await other.press('Opslaan');
    const again = await save();
    expect(again).toContain('intussen is hier iets veranderd');
    expect(again).toContain('Titel: Hun titel → Mijn titel');
    expect(await save()).toContain('Al verwerkt');
    expect(await desk.say('actie 12')).toContain('#12 Hun titel');
  });

  test('in a form that was open meanwhile leaves alone what only the other changed', async () => {
    await desk.say('actie 12 bewerken');
    const other = deskOf(talk, SECRETARIS);
    await other.say('actie 12 thema 4');
    await other.press('Opslaan');
    const preview = await desk.fill({ titel: 'Mijn titel' });
    expect(preview).toContain('→ Mijn titel');
    expect(preview).not.toContain('Thema:');
  });

  test('is saved once, however often the button is pressed; an old button shows how it is', async () => {
    await desk.say('actie 12 bewerken');
    await desk.fill({ titel: 'Nieuwe titel' });
    const save = desk.hold('Opslaan');
    const answers = await Promise.all([save(), save(), save()]);
    expect(answers.filter((text) => text.includes('Opgeslagen bij #12'))).toHaveLength(1);
    expect(await log()).toHaveLength(1);
    const late = await save();
    expect(late).toContain('Al verwerkt: dit voorstel is op 23 november 2026, 09:00 uur opgeslagen.');
    expect(late).toContain('#12 Nieuwe titel');
  });

  test('stays when nothing is changed', async () => {
    await desk.say('actie 12 bewerken');
    expect(await desk.fill({})).toContain('Er verandert niets: zo is het al.');
  });

  test('is changed by the secretaris only', async () => {
    expect(await talk.say(UWV, 'actie 12 bewerken')).toContain('Alleen de secretaris, Ambtelijk secretaris');
  });
});
