import { expect, it } from 'vitest';
import { isAllowedServiceUrl } from '../../src/teams/service-url.ts';

const production = {
  appId: '00000000-0000-0000-0000-000000000000',
  password: 'x',
  tenantId: '00000000-0000-0000-0000-000000000000',
  anonymous: false,
  loginUrl: undefined,
  openIdUrl: undefined,
};
const teams = 'https://smba.trafficmanager.net/emea/tenant/';

it.each([teams, 'https://smba.infra.gcc.teams.microsoft.com/', 'https://SMBA.trafficmanager.net/nl'])(
  'the token goes to %s',
  (serviceUrl) => expect(isAllowedServiceUrl(production, serviceUrl)).toBe(true),
);

it.each([
  'http://127.0.0.1:3978/',
  'http://localhost/',
  'https://trafficmanager.net/',
  'https://evil.trafficmanager.net/',
  'https://smba.trafficmanager.net:444/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://smba.trafficmanager.net/?x=https://evil.example',
  'https://smba.trafficmanager.net/#x',
  '',
])('the token does not go to %s', (serviceUrl) => {
  expect(isAllowedServiceUrl(production, serviceUrl)).toBe(false);
});

it('this machine is only written to when Microsoft is played on it', () => {
  const here = 'http://localhost:56150/_connector';
  expect(isAllowedServiceUrl({ ...production, anonymous: true }, here)).toBe(true);
  expect(isAllowedServiceUrl({ ...production, loginUrl: 'http://127.0.0.1:9001' }, here)).toBe(true);
  expect(isAllowedServiceUrl({ ...production, loginUrl: 'https://login.example' }, here)).toBe(false);
});

it('without tokens nothing but this machine is written to', () => {
  expect(isAllowedServiceUrl({ ...production, anonymous: true }, teams)).toBe(false);
});
