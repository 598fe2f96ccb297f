import { expect, it } from 'vitest';
import { emailOf } from '../../src/teams/email.ts';

it("a colleague's address is the one the administrator keeps, or else the sign-in name", () => {
  const userPrincipalName = 'a.jansen@haarlem.example';
  expect(emailOf({ email: 'anna@haarlem.example', userPrincipalName })).toBe('anna@haarlem.example');
  expect(emailOf({ email: null, userPrincipalName })).toBe(userPrincipalName);
  expect(emailOf({ email: '', userPrincipalName: '' })).toBeUndefined();
});

it("a guest's address is the one of the invitation, whatever the profile says", () => {
  const userPrincipalName = 'jan_de_vries_uwv.example#EXT#@haarlem.onmicrosoft.com';
  expect(emailOf({ email: 'burgemeester@haarlem.example', userPrincipalName })).toBe(
    'jan_de_vries@uwv.example',
  );
  expect(emailOf({ email: null, userPrincipalName: userPrincipalName.toLowerCase() })).toBe(
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
    expect(emailOf({ email: 'burgemeester@haarlem.example', userPrincipalName: name })).toBeUndefined();
  }
});
