import { describe, expect, test } from 'vitest';
import { CARD, failure, letter, TO, withSmtp } from './letters.ts';

const { smtp, mail } = withSmtp();

describe('a letter', () => {
  test('is one mail, in plain text and in HTML, that no machine answers', async () => {
    await mail.send(letter());
    expect(smtp.arrived).toHaveLength(1);
    const [{ subject, text = '', html = '', from, headers } = expect.unreachable()] = smtp.arrived;
    expect([subject, from]).toMatchObject([
      'Update voor het beraad',
      { name: 'Doebot', address: 'doebot@haarlem.example' },
    ]);
    const header = new Map(headers.map(({ key, value }) => [key, value]));
    expect(header.get('auto-submitted')).toBe('auto-generated');
    expect(header.get('x-auto-response-suppress')).toBe('OOF, AutoReply');
    for (const body of [text, html]) {
      expect(body).toContain('Hoe staat het?');
      expect(body).toContain('3 acties lopen');
      expect(body).toContain('Een antwoord op deze mail wordt niet gelezen.');
      expect(body.match(/https:\/\/doebot\.example\/antwoord\/[\w.-]+/g)).toHaveLength(2);
    }
    expect(text).toContain('[Ongewijzigd]');
    expect(html).toContain('#4 Samenwerking &#60;b&#62;');
  });

  test('fetches nothing, and tells nobody that it was opened', async () => {
    await mail.send(letter());
    expect(smtp.arrived[0]?.html).not.toMatch(/<img|<script|<link|src=|url\(|@import/i);
  });

  test('has one id at every attempt, and another one for somebody else', async () => {
    const place = await mail.send(letter());
    await mail.send(letter({ attempt: 2 }));
    await mail.send(letter({ address: { email: 'ander@uwv.example' } }));
    await mail.send(letter({ id: '1-8' }));
    const [first, again, ...others] = smtp.arrived.map(({ messageId }) => messageId);
    expect(place).toEqual({ mail: first });
    expect(first).toMatch(/^<bericht\.1-7\.[\w-]{22}@haarlem\.example>$/);
    expect(again).toBe(first);
    expect(new Set([first, ...others]).size).toBe(3);
  });

  test('that says something else later is not sent again, unless its reader has to hear it', async () => {
    const place = await mail.send(letter());
    expect(await mail.send(letter({ edits: place }))).toEqual(place);
    expect(smtp.arrived).toHaveLength(1);
    expect(await mail.send(letter({ edits: place, card: { ...CARD, news: true } }))).toEqual(place);
    const [first, news] = smtp.arrived;
    expect(news?.inReplyTo).toBe(first?.messageId);
    expect(news?.references).toBe(first?.messageId);
    expect(news?.messageId).not.toBe(first?.messageId);
  });

  test('keeps to who it is for, whatever its text says', async () => {
    const text = 'Hallo\r\nBcc: ander@elders.example\r\n\r\nen tekst';
    await mail.send(letter({ card: { elements: [{ kind: 'heading', text }] } }));
    expect(smtp.arrived.map(({ to, bcc }) => [to, bcc])).toEqual([[TO, undefined]]);
    expect(smtp.arrived[0]?.subject).toBe('Hallo');
  });

  test('shows what was typed as it was typed', async () => {
    const text = '<a href="https://kwaad.example">klik</a> & "zo" \u0007';
    await mail.send(letter({ card: { elements: [{ kind: 'text', text }] } }));
    expect(smtp.arrived[0]?.html).toContain('&#60;a href=&#34;');
    expect(smtp.arrived[0]?.html).not.toContain('<a href="https://kwaad.example">klik');
  });

  test('goes to nobody of another regio', async () => {
    expect((await failure(mail.send(letter({ tenant: 'elders' })))).final).toBe(true);
    expect((await failure(mail.send(letter({ address: { user: 'U1' } })))).final).toBe(true);
    expect(await mail.find?.('elders', TO)).toBeUndefined();
    expect(await mail.find?.('zkij', TO)).toEqual({ accountId: TO, address: { email: TO } });
  });

  test('takes at most three connections, however many are sent at once', async () => {
    const before = smtp.seen.connections;
    await Promise.all(Array.from({ length: 12 }, (_, n) => mail.send(letter({ id: `1-${n}` }))));
    expect(smtp.arrived).toHaveLength(12);
    expect(smtp.seen.connections - before).toBeLessThanOrEqual(3);
  });
});
