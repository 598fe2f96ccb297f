import { expect, it } from 'vitest';
import { emailOf } from '../../src/teams/email.ts';

const OWN = '66666666-7777-8888-9999-000000000000';

it("a colleague's address is the one the administrator keeps, or else the sign-in name", () => {
  const userPrincipalName = 'a.jansen@haarlem.example';
  expect(emailOf({ email: 'anna@haarlem.example', userPrincipalName }, OWN)).toBe('anna@haarlem.example');
  expect(emailOf({ email: null, userPrincipalName }, OWN)).toBe(userPrincipalName);
  expect(emailOf({ email: '', userPrincipalName: '' }, OWN)).toBeUndefined();
});

it("a guest's address is the one of the invitation, whatever the profile says", () => {
  const userPrincipalName = 'jan_de_vries_uwv.example#EXT#@haarlem.onmicrosoft.com';
  expect(emailOf({ email: 'burgemeester@haarlem.example', userPrincipalName }, OWN)).toBe(
    'jan_de_vries@uwv.example',
  );
  expect(emailOf({ email: null, userPrincipalName: userPrincipalName.toLowerCase() }, OWN)).toBe(
    'jan_de_vries@uwv.example',
  );
});

it('a guest of whom the invitation cannot be read has none', () => {
  for (const name of [
    'jan#EXT#@x.example',
    '_uwv.example#EXT#@x.example',
    'jan_uwv#EXT#@x.example',
    '#EXT#@x',
  ]) {
    expect(emailOf({ email: 'burgemeester@haarlem.example', userPrincipalName: name }, OWN)).toBeUndefined();
  }
});

it('somebody of another tenant, in a shared channel or meeting, has no address that can be believed', () => {
  const profile = { email: 'secretaris@haarlem.example', userPrincipalName: 'eve@elders.example' };
  expect(emailOf({ ...profile, tenantId: '11111111-0000-0000-0000-000000000000' }, OWN)).toBeUndefined();
  expect(emailOf({ ...profile, tenantId: OWN.toUpperCase() }, OWN)).toBe('secretaris@haarlem.example');
});
