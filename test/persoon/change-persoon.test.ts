import { describe, expect, test } from 'vitest';
import { KINDS } from '../database.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const ELS = 'els@haarlem.example';

describe.each(KINDS)('changing a persoon, on %s', (kind) => {
  const talk = talkFor(kind);

  /** Fills in the form about somebody; gives the preview. */
  const propose = async (who: string, wie: string, [naam, email, organisatie, rol]: string[]) => {
    await talk.say(who, `persoon wijzigen ${wie}`);
    await talk.say(who, naam ?? '');
    await talk.say(who, email ?? '');
    await talk.say(who, organisatie ?? '');
    return talk.say(who, rol ?? '');
  };
  const secretarissen = () =>
    talk.inRegio((tx) => tx.persoon.count({ where: { rol: 'secretaris', vertrokkenOp: null } }));

  test('shows old → new first, and writes with the button', async () => {
    expect(await propose(SECRETARIS, UWV, ['Jan', '', '', 'deelnemer'])).toContain(
      'Naam: Trekker UWV → Jan\nRol: trekker → deelnemer',
    );
    expect(await talk.say(SECRETARIS, 'persoon trekker@uwv.example')).toContain('Rol: trekker');
    await propose(SECRETARIS, UWV, ['Jan', '', '', 'deelnemer']);
    expect(await talk.say(SECRETARIS, 'Wijzigen')).toContain(
      'Gewijzigd: Jan (trekker@uwv.example), deelnemer bij UWV',
    );
    expect(await talk.inRegio((tx) => tx.herinnering.count({ where: { persoon: { email: UWV } } }))).toBe(0);
    expect(await talk.inRegio((tx) => tx.logregel.count({ where: { wat: 'persoon gewijzigd' } }))).toBe(1);
  });

  test('with a button that is too old overwrites nothing', async () => {
    await propose(SECRETARIS, UWV, ['Jan', '', '', '']);
    await talk.inRegio((tx) => tx.persoon.updateMany({ where: { email: UWV }, data: { naam: 'Piet' } }));
    expect(await talk.say(SECRETARIS, 'Wijzigen')).toContain('Intussen is er iets gewijzigd aan Piet.');
    expect(await talk.inRegio((tx) => tx.persoon.count({ where: { naam: 'Jan' } }))).toBe(0);
  });

  test('of the address asks whoever has the account to show the new one', async () => {
    await talk.say(UWV, 'hallo');
    expect(await propose(SECRETARIS, UWV, ['', 'JAN@uwv.example', '', ''])).toContain(
      'Doebot herkent Trekker UWV daarna alleen met het nieuwe adres.',
    );
    await talk.say(SECRETARIS, 'Wijzigen');
    expect(await talk.say(UWV, 'actie 4')).toContain('We kennen elkaar nog niet');
    expect(await talk.say('jan@uwv.example', 'help')).toContain('bekend als Trekker UWV');
  });

  test('of the organisatie lets go of what belongs to the old one', async () => {
    await talk.say(SECRETARIS, 'actie 4 contact trekker@uwv.example');
    const preview = await propose(SECRETARIS, UWV, ['', '', 'TNO', '']);
    expect(preview).toContain('Organisatie: UWV → TNO');
    expect(preview).toContain('Geen contact meer van #4: die vallen terug op de organisatie.');
    await talk.say(SECRETARIS, 'Wijzigen');
    expect(await talk.say(UWV, 'actie 4 loopt Eerste gesprekken gevoerd')).toContain('Alleen de trekkers');
    expect(await talk.say(UWV, 'actie 20 loopt Eerste gesprekken gevoerd')).toContain('Geregistreerd');
  });

  test('of nothing, to a taken address or of who has left is refused', async () => {
    expect(await propose(SECRETARIS, UWV, ['', '', '', ''])).toContain('Er is niets gewijzigd');
    await propose(SECRETARIS, UWV, ['', 'trekker@fnv.example', '', '']);
    expect(await talk.say(SECRETARIS, '')).toContain('⚠ Dit adres is al van Trekker FNV (FNV).');
    await talk.say(SECRETARIS, 'stop');
    await talk.inRegio((tx) =>
      tx.persoon.updateMany({ where: { email: UWV }, data: { vertrokkenOp: new Date(0) } }),
    );
    expect(await talk.say(SECRETARIS, `persoon wijzigen ${UWV}`)).toContain('is vertrokken sinds');
  });

  test('takes no rol from the last secretaris, by herself or a beheerder', async () => {
    await propose(SECRETARIS, SECRETARIS, ['', '', '', 'trekker']);
    expect(await talk.say(SECRETARIS, 'Wijzigen')).toContain(
      'Je bent de enige secretaris. Maak eerst iemand anders',
    );
    await talk.say(SECRETARIS, 'persoon toevoegen Bea bea@haarlem.example haarlem beheerder');
    expect(await talk.say('bea@haarlem.example', `persoon wijzigen ${SECRETARIS}`)).toContain(
      'kan alleen de secretaris',
    );
    expect(await secretarissen()).toBe(1);
  });

  test('by two secretarissen who both step down at the same moment leaves one', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await talk.reset();
      await talk.say(SECRETARIS, `persoon toevoegen Els ${ELS} haarlem secretaris`);
      for (const who of [SECRETARIS, ELS]) await propose(who, who, ['', '', '', 'deelnemer']);
      const answers = await Promise.all([SECRETARIS, ELS].map((who) => talk.say(who, 'Wijzigen')));
      expect(answers.filter((answer) => answer.includes('Gewijzigd'))).toHaveLength(1);
      expect(answers.filter((answer) => answer.includes('enige secretaris'))).toHaveLength(1);
      expect(await secretarissen()).toBe(1);
    }
  });
});
