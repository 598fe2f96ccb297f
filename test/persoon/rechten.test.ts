import { expect, test } from 'vitest';
import { RECHTEN, type Recht } from '../../src/persoon/rechten.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { UWV } from '../talk.ts';

const talk = talkFor('postgres');

type Rol = keyof typeof RECHTEN;
const ROLLEN = Object.keys(RECHTEN) as Rol[];

/** What is seen when the one of UWV may; everything else is a no. */
const TRY: Record<Exclude<Recht, 'gevraagd worden' | 'storing horen'>, [words: string, seen: string]> = {
  lezen: ['actie 12', '#12 Onderzoeken'],
  'eigen acties melden': ['actie 4 loopt Eerste gesprekken gevoerd', 'Geregistreerd bij #4'],
  'alle acties melden': ['actie 20 loopt Eerste gesprekken gevoerd', 'Geregistreerd bij #20'],
  'personen beheren': ['personen', 'personen\n'],
  'agenda beheren': ['synoniem koptelefoons = VR-brillen', 'Toegevoegd: koptelefoons'],
  'overleg beheren': ['overleg aankondiging uit', 'Aankondiging aan bestuurders aanzetten'],
};

/** Who may: written out, so that a change of the rights is a change of this. */
const MAG: Record<Recht, Rol[]> = {
  lezen: ['lezer', 'trekker', 'deelnemer', 'bestuurder', 'secretaris', 'beheerder'],
  'eigen acties melden': ['trekker', 'deelnemer', 'bestuurder', 'secretaris', 'beheerder'],
  'gevraagd worden': ['trekker'],
  'alle acties melden': ['secretaris'],
  'personen beheren': ['secretaris', 'beheerder'],
  'agenda beheren': ['secretaris'],
  'overleg beheren': ['secretaris'],
  'storing horen': ['secretaris', 'beheerder'],
};

const become = (rol: Rol) =>
  talk.inRegio((tx) => tx.persoon.updateMany({ where: { email: UWV }, data: { rol } }));

test.each(ROLLEN.flatMap((rol) => Object.entries(TRY).map(([recht, how]) => ({ rol, recht, how }))))(
  'a $rol and «$recht»',
  async ({ rol, recht, how: [words, seen] }) => {
    await become(rol);
    const answer = await talk.say(UWV, words);
    expect(answer.includes(seen)).toBe(MAG[recht as Recht].includes(rol));
    if (!MAG[recht as Recht].includes(rol)) {
      expect(answer).toMatch(/Alleen .*\(secretaris@haarlem\.example\)/);
      expect(await talk.inRegio((tx) => tx.logregel.count())).toBe(0);
    }
  },
);

test.each(ROLLEN)('a %s is asked and reminded, or is not', async (rol) => {
  await become(rol);
  await talk.say('secretaris@haarlem.example', 'overleg verplaats 14 januari 2027');
  await talk.passTo(at('2026-12-23T12:00'));
  const asked = talk.sent.some(({ to, text }) => to === UWV && text.startsWith('Update voor'));
  expect(asked).toBe(MAG['gevraagd worden'].includes(rol));
});

test.each(ROLLEN)('a %s hears what could not be delivered, or does not', async (rol) => {
  await become(rol);
  await talk.inRegio((tx) =>
    tx.persoon.updateMany({ where: { email: 'trekker@tno.example' }, data: { rol: 'trekker' } }),
  );
  const find = talk.platform.find;
  talk.platform.find = async (tenant, to) => (to === 'trekker@tno.example' ? undefined : find(tenant, to));
  await talk.say('secretaris@haarlem.example', 'vraag update actie 20');
  await talk.passTo(at('2026-11-23T15:00'));
  talk.platform.find = find;
  const heard = talk.sent.some(({ to, text }) => to === UWV && text.startsWith('1 persoon niet bereikt'));
  expect(heard).toBe(MAG['storing horen'].includes(rol));
});

test('every rol and every recht is in the table', () => {
  for (const rol of ROLLEN) {
    const mine = (Object.keys(MAG) as Recht[]).filter((recht) => MAG[recht].includes(rol));
    expect([...RECHTEN[rol]].sort()).toEqual(mine.sort());
  }
});
