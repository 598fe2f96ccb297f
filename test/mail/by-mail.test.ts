import { describe, expect, test } from 'vitest';
import { at } from '../moments.ts';
import { SECRETARIS, UWV } from '../talk.ts';
import { withMail } from './mail-scene.ts';

const UITVRAAG = at('2026-12-17T12:00');
const { talk, mail, updates } = withMail();

describe('somebody who only has mail', () => {
  test('is asked for acties, and finishes them one after the other', async () => {
    await talk.passTo(UITVRAAG, mail.connection);
    const letters = await mail.letters(UWV);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain('Update voor Regionaal Beraad Arbeidsmarkt (RBA)');
    expect(letters[0]?.buttons).toContain('Ongewijzigd');
    const before = await updates();
    await mail.press(UWV, 'Ongewijzigd');
    expect(await updates()).toBe(before + 1);
    const rest = mail.screen(UWV)?.presses.filter(({ label }) => label === 'Ongewijzigd') ?? [];
    for (const _ of rest) await mail.press(UWV, 'Ongewijzigd');
    expect(await updates()).toBe(before + 1 + rest.length);
    expect(mail.screen(UWV)?.buttons).not.toContain('Ongewijzigd');
  }, 60_000);

  test('reports on a form, and what is wrong is said at its field with the rest kept', async () => {
    await mail.say(UWV, 'actie 4');
    const opened = await mail.press(UWV, 'Bijwerken');
    expect(opened.form?.title).toBe('Actie #4 bijwerken');
    const filled = { status: 'vertraagd', toelichting: '', volgendeStap: 'Bellen & «mailen»' };
    const wrong = await mail.fill(UWV, filled);
    const fields = new Map(wrong.form?.fields.map((field) => [field.name, field]));
    expect(fields.get('toelichting')?.error).toBeTruthy();
    expect([fields.get('status')?.value, fields.get('volgendeStap')?.value]).toEqual([
      'vertraagd',
      'Bellen & «mailen»',
    ]);
    expect(await updates()).toBe(0);
    const saved = await mail.fill(UWV, { toelichting: 'Wacht op geld.\nTot mei.' });
    expect(saved.text).toContain('Geregistreerd bij #4');
    const [row] = await talk.inRegio((tx) => tx.update.findMany());
    expect(row?.toelichting).toBe('Wacht op geld.\nTot mei.');
  });

  test('who writes HTML sees it as it was written', async () => {
    const typed = `<img src=x onerror=alert(1)> "a" 'b' & </textarea><script>alert(2)</script>`;
    await mail.say(UWV, `actie 4 loopt ${typed}`);
    const shown = await mail.say(UWV, 'actie 4');
    expect(shown.text).toContain(typed);
    await mail.press(UWV, 'Bijwerken');
    const form = mail.screen(UWV)?.form;
    expect(form?.fields.find(({ name }) => name === 'toelichting')?.value).toBe(typed);
  });

  test('hears once that a vergadering is off', async () => {
    await talk.passTo(UITVRAAG, mail.connection);
    await mail.letters(UWV);
    await mail.say(SECRETARIS, 'overleg annuleer RBA');
    await mail.press(SECRETARIS, 'Afzeggen');
    await talk.passTo(UITVRAAG.add({ hours: 1 }), mail.connection);
    expect((await mail.letters(UWV)).map(({ text }) => text)).toEqual([
      expect.stringContaining('gaat niet door'),
    ]);
  }, 60_000);

  test('hears it under the first mail when what they were told is taken back', async () => {
    await mail.say(SECRETARIS, 'volg actie 4');
    await mail.say(UWV, 'actie 4 loopt Gesprekken gevoerd');
    await talk.passTo(at('2026-11-23T10:00'), mail.connection);
    await mail.press(UWV, 'Ongedaan maken');
    await talk.passTo(at('2026-11-23T11:00'), mail.connection);
    const [taken, ...more] = mail.smtp.arrived.filter(({ inReplyTo }) => inReplyTo);
    expect(more).toEqual([]);
    const told = mail.smtp.arrived.find(({ messageId }) => messageId === taken?.inReplyTo);
    expect([told?.to, taken?.to, told?.text]).toEqual([
      SECRETARIS,
      SECRETARIS,
      expect.stringContaining('Gesprekken gevoerd'),
    ]);
    expect(taken?.text).toContain('Ingetrokken');
  });
});
