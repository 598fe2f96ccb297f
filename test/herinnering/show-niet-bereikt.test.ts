import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/chat/platform.ts';
import { at } from '../moments.ts';
import { talkFor } from '../scene.ts';
import { SECRETARIS, UWV } from '../talk.ts';

const talk = talkFor('postgres');

test('shows per persoon what could not be delivered, why, and where it was tried', async () => {
  talk.platform.fails = ({ address }) => {
    if (JSON.stringify(address).includes(UWV)) throw new DeliveryError('nee', { final: true });
  };
  await talk.passTo(at('2026-12-17T12:00'));
  const list = await talk.say(SECRETARIS, 'niet bereikt');
  expect(list).toContain('Niet bezorgd');
  expect(list).toContain('Trekker UWV (trekker@uwv.example), UWV');
  expect(list).toMatch(/Uitvraag RBA van .*17 december 2026: De terminal nam het bericht niet aan/);
  expect(list).toContain('Geprobeerd: de terminal.');
  expect(list).not.toContain('TNO');
});

test('shows who cannot be reached now', async () => {
  await talk.inRegio((tx) => tx.persoon.updateMany({ where: { email: UWV }, data: { bereik: 'gesloten' } }));
  const list = await talk.say(SECRETARIS, 'Wie is er niet bereikt?');
  expect(list).toContain('Nu niet te bereiken');
  expect(list).toContain('Het account is gesloten');
});

test('says so when everything arrived', async () => {
  expect(await talk.say(SECRETARIS, 'niet bereikt')).toContain('Alles is bezorgd');
});

test('is for who hears of failures', async () => {
  expect(await talk.say(UWV, 'niet bereikt')).toContain('kan zien wie niet is bereikt');
});
