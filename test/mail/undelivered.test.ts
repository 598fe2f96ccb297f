import { describe, expect, test } from 'vitest';
import { fakeSmtp } from './fake-smtp.ts';
import { failure, letter, TO, withSmtp } from './letters.ts';

const { smtp, mail, connectTo } = withSmtp();

describe('a letter that the server does not take', () => {
  test.each([
    ['to', 550, true],
    ['to', 450, false],
    ['text', 554, true],
    ['text', 451, false],
  ] as const)('is refused at the %s with %i: final is %s', async (at, code, final) => {
    smtp.manners.set(TO, { refuses: { at, code } });
    const failed = await failure(mail.send(letter()));
    expect([failed.final, failed.doubt]).toEqual([final, false]);
    smtp.manners.clear();
    await mail.send(letter({ attempt: 2 }));
    expect(smtp.arrived).toHaveLength(1);
  });

  test('because of our own address or password waits until that is mended', async () => {
    smtp.refuseSender(550);
    expect((await failure(mail.send(letter()))).final).toBe(false);
    const wrong = connectTo(smtp.url.replace('//', '//doebot:wrong@'));
    const failed = await failure(wrong.send(letter()));
    expect([failed.final, failed.doubt]).toEqual([false, false]);
    smtp.refuseSender(undefined);
    await connectTo(smtp.url.replace('//', '//doebot%40haarlem:right@')).send(letter());
    expect(smtp.seen.logins.at(-1)).toBe('doebot@haarlem');
  });

  test('in time may have arrived, and is tried again later', async () => {
    smtp.manners.set(TO, { delay: 2_000 });
    const failed = await failure(connectTo(smtp.url, 300).send(letter()));
    expect([failed.final, failed.doubt]).toEqual([false, true]);
  });

  test('but drops is tried again later, not at once', async () => {
    smtp.manners.set(TO, { drops: true });
    const failed = await failure(connectTo(smtp.url).send(letter()));
    expect([failed.final, failed.doubt, smtp.arrived.length]).toEqual([false, true, 1]);
  });

  test('because it is not there waits', async () => {
    const gone = await fakeSmtp();
    await gone.stop();
    const failed = await failure(connectTo(gone.url).send(letter()));
    expect([failed.final, failed.doubt]).toEqual([false, false]);
  });

  test('because it is no address is final', async () => {
    const strange = letter({ address: { email: 'geen adres\r\n@' } });
    expect((await failure(mail.send(strange))).final).toBe(true);
  });
});
