import { describe, expect, it } from 'vitest';
import type { Card, Element } from '../../src/chat/card.ts';
import { renderCard } from '../../src/teams/adaptive-card.ts';
import { renderForm } from '../../src/teams/form-card.ts';
import { message } from '../../src/teams/message.ts';
import { FORM } from '../script.ts';
import { problemsOf } from './adaptive-check.ts';
import { actionsIn, inputsIn, seenOf } from './seen.ts';

const BUTTON = { label: 'Ongewijzigd melden', command: 'update.ongewijzigd', input: { nummer: 12 } };
const every: Element[] = [
  { kind: 'heading', text: '#12 Jobcoaches delen' },
  { kind: 'text', text: 'Regel één\nRegel twee' },
  { kind: 'facts', facts: [{ label: 'Status', value: 'Loopt' }] },
  { kind: 'item', text: '#12 Jobcoaches', note: 'UWV', buttons: [BUTTON] },
  { kind: 'item', text: '#13 Taalklas' },
  { kind: 'divider' },
  { kind: 'note', text: 'Stand van 1 november' },
  {
    kind: 'buttons',
    buttons: [
      { ...BUTTON, style: 'primary' },
      { ...BUTTON, style: 'danger' },
    ],
  },
];
const rendered = (...elements: Element[]) => renderCard({ elements }) as unknown as Record<string, unknown>;
const size = (card: Card) => Buffer.byteLength(JSON.stringify(message({ kind: 'card', card })));

describe('a card', () => {
  it('shows a picture, with words for who does not see it', () => {
    const card = rendered({ kind: 'image', url: 'https://doebot.example/beeld/1.png', alt: 'Grafiek' });
    expect(problemsOf(card)).toEqual([]);
    expect(card['body']).toMatchObject([{ type: 'Image', altText: 'Grafiek' }]);
  });

  it('shows every kind of element in reading order, in a way Teams accepts', () => {
    const card = rendered(...every);
    expect(problemsOf(card)).toEqual([]);
    expect(seenOf(card)).toEqual({
      text: [
        '#12 Jobcoaches delen',
        'Regel één\nRegel twee',
        'Status: Loopt',
        '#12 Jobcoaches',
        'UWV',
        '#13 Taalklas',
        'Stand van 1 november',
      ].join('\n'),
      buttons: Array(3).fill('Ongewijzigd melden'),
    });
  });

  it('has buttons that say what they are, also without their colour', () => {
    const styles = actionsIn(rendered(...every)).map(({ style }) => style);
    expect(styles).toEqual([undefined, 'positive', 'destructive']);
  });

  it('without anything to say in a text, note, value or button leaves it out', () => {
    const card = rendered(
      { kind: 'text', text: ' ' },
      { kind: 'note', text: '' },
      { kind: 'buttons', buttons: [] },
      { kind: 'item', text: 'Taalklas', buttons: [] },
      { kind: 'facts', facts: [{ label: 'Trekker', value: '' }] },
    );
    expect(problemsOf(card)).toEqual([]);
    expect(seenOf(card).text).toBe('Taalklas\nTrekker: –');
  });

  it('has a summary for the notification, and no text beside the card', () => {
    const { summary, text } = message({ kind: 'card', card: { elements: every } });
    expect(summary).toContain('Jobcoaches delen');
    expect(text).toBeUndefined();
  });

  const typed = [
    '**vet** _cursief_ ~weg~ `code`',
    '[klik hier](https://evil.example)',
    '<at>Burgemeester</at> kijk eens',
    '1. eerste\n- tweede\n# kop',
    'a\\_b &nbsp; <b>c</b>',
    '> www.evil.example',
  ];
  it.each(typed)('shows what a person typed as it was typed: %j', (text) => {
    const everywhere = rendered(
      { kind: 'heading', text },
      { kind: 'text', text },
      { kind: 'note', text },
      { kind: 'item', text, note: text },
      { kind: 'facts', facts: [{ label: text, value: text }] },
    );
    expect(problemsOf(everywhere)).toEqual([]);
    expect(seenOf(everywhere).text).toBe([text, text, text, text, text, `${text}: ${text}`].join('\n'));
    expect(JSON.stringify(everywhere)).not.toContain('"TextBlock"'); // the element that reads markdown
  });

  it('does not turn braces that a person typed into a date', () => {
    const text = JSON.stringify(
      rendered({ kind: 'text', text: '{{DATE(2026-11-22T00:00:00Z,SHORT)}} {{x}}' }),
    );
    expect(text).not.toContain('{{DATE');
    expect(text).toContain('{{x}}');
  });

  it('has buttons side by side only as far as a phone shows their labels whole', () => {
    const buttons = ['Meld als 🟠 Vertraagd', 'Alleen als toelichting', 'Bekijk #4'].map((label) => {
      return { ...BUTTON, label };
    });
    const { body } = rendered({ kind: 'buttons', buttons }) as { body: { actions: { title: string }[] }[] };
    expect(body.map(({ actions }) => actions.map(({ title }) => title))).toEqual([
      ['Meld als 🟠 Vertraagd'],
      ['Alleen als toelichting', 'Bekijk #4'],
    ]);
  });

  it('that is too long for Teams leaves out the end of its list and says so', () => {
    const items = Array.from({ length: 150 }, (_, index): Element => {
      return {
        kind: 'item',
        text: `#${index} Jobcoaches delen`,
        note: 'UWV, gemeente Haarlem',
        buttons: [BUTTON, BUTTON],
      };
    });
    const card = { elements: [{ kind: 'heading' as const, text: 'Acties' }, ...items, ...every.slice(-1)] };
    const seen = seenOf(renderCard(card) as unknown as Record<string, unknown>);
    const shown = seen.text.match(/Jobcoaches/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(20);
    expect(seen.text).toMatch(new RegExp(`… en nog ${150 - shown}; vraag om een kortere lijst$`));
    expect(seen.buttons).toHaveLength(shown * 2 + 2);
    expect(size(card)).toBeLessThanOrEqual(28 * 1024);
    expect(size(card)).toBeGreaterThan(20 * 1024);
  });

  it('that is too long without a list is cut', () => {
    const long = 'é'.repeat(4_000);
    const texts = Array.from({ length: 8 }, (): Element => ({ kind: 'text', text: long }));
    expect(size({ elements: texts })).toBeLessThanOrEqual(28 * 1024);
  });
});

describe('a form', () => {
  it('is a card that Teams accepts', () => {
    const [choice, text] = FORM.fields;
    if (!choice || !text) expect.fail();
    const fields = [
      { ...choice, error: 'Kies iets anders.' },
      { ...text, required: true },
      { ...text, name: 'b' },
    ] as typeof FORM.fields;
    const card = renderForm({ ...FORM, fields }) as unknown as Record<string, unknown>;
    expect(problemsOf(card)).toEqual([]);
    expect(inputsIn(card)).toMatchObject([
      { name: 'status', value: 'loopt', required: 'Maak een keuze.', error: 'Kies iets anders.' },
      { name: 'toelichting', required: 'Vul dit veld in.', error: undefined },
      { name: 'b', required: undefined },
    ]);
  });

  it('says with a sign and in words what is wrong, not in colour only', () => {
    const fields = FORM.fields.map((field) => ({ ...field, error: 'Leg uit waardoor.' }));
    expect(JSON.stringify(renderForm({ ...FORM, fields }))).toContain('⚠ Leg uit waardoor.');
  });
});

describe('the check of cards', () => {
  it.each([
    [{ type: 'Media', url: 'https://x' }, 'not known'],
    [{ type: 'Image', url: 'https://x' }, 'no altText'],
    [{ type: 'TextBlock', text: 'x' }, 'no wrap'],
    [{ type: 'TextBlock', text: '**x**', wrap: true }, 'markdown'],
    [{ type: 'Input.Text', id: 'a', label: 'A', isRequired: true }, 'errorMessage'],
    [{ type: 'Container', items: [{ type: 'Input.Text', id: 'a', label: 'A' }] }, 'does not go there'],
  ])('finds what is wrong with %j', (element, problem) => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [element] };
    expect(problemsOf(card).join()).toContain(problem);
  });
});
