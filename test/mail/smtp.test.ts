import { expect, test } from 'vitest';
import { serverOf } from '../../src/mail/smtp.ts';

test('a server elsewhere is spoken to in secret only', () => {
  expect(serverOf('smtp://a%40b:c%3Ad@smtp.example')).toMatchObject({
    host: 'smtp.example',
    port: 587,
    secure: false,
    requireTLS: true,
    auth: { user: 'a@b', pass: 'c:d' },
  });
  expect(serverOf('smtps://smtp.example')).toMatchObject({ port: 465, secure: true });
  expect(serverOf('smtp://relay.example:25?requireTLS=false')).toMatchObject({ port: 25, requireTLS: false });
  expect(serverOf('smtp://localhost:25')).toMatchObject({ requireTLS: false, ignoreTLS: true });
});
