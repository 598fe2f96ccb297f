import type { Button, Card, Element } from '../chat/card.ts';
import { cardText } from '../chat/text.ts';
import { type Html, html, linked, NOTHING } from './html.ts';
import { LIFETIME } from './link.ts';
import type { Links } from './links.ts';

const HOW = `Wat je met een knop meldt, bevestig je op de pagina die opengaat. De knoppen werken ${LIFETIME.days} dagen en zijn alleen voor jou: stuur deze mail niet door.`;
const UNREAD = 'Een antwoord op deze mail wordt niet gelezen.';
const OTHER = 'Iets anders vragen of melden? Dat kan hier:';
const OPEN = 'Open Doebot';

/** For who reads no HTML; every button with its address under it. */
export function mailText(card: Card, links: Links): string {
  const beside = besideButtons(card);
  const press = (button: Button) => `\n[${button.label}]\n${links.knop(button, beside.get(button) ?? '')}\n`;
  return [cardText(card, press), '-- ', HOW, UNREAD, `${OTHER}\n${links.vraag()}`].join('\n\n');
}

/** What each button stands beside: its item, or the heading of the card. */
export function besideButtons(card: Card): Map<Button, string> {
  const heading = card.elements.find(({ kind }) => kind === 'heading');
  const title = heading?.kind === 'heading' ? heading.text : '';
  const pairs = card.elements.flatMap((element) => {
    if (element.kind === 'item') return (element.buttons ?? []).map((one) => [one, element.text] as const);
    return element.kind === 'buttons' ? element.buttons.map((one) => [one, title] as const) : [];
  });
  return new Map(pairs);
}

/** Dark on white, 4.5:1 at least. */
const INK = '#1b1b1b';
const GREY = '#555555';
const FONT = 'font-family:Segoe UI,Helvetica,Arial,sans-serif';
const TEXT = `margin:0 0 12px 0;${FONT};font-size:16px;line-height:24px;color:${INK}`;
const NOTE = `margin:0 0 12px 0;${FONT};font-size:14px;line-height:20px;color:${GREY}`;
const LINK = 'color:#0b4a8f';

/**
 * Tables and styles in place are what Outlook on Windows can show. Nothing is fetched from elsewhere: no pictures, and
 * nobody is told that it was opened.
 */
export function mailHtml(card: Card, links: Links): string {
  const beside = besideButtons(card);
  const toButton = (button: Button) => buttonHtml(button, links.knop(button, beside.get(button) ?? ''));
  const body = card.elements.map((element) => elementHtml(element, toButton));
  return html`<!DOCTYPE html>
<html lang="nl" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>Doebot</title>
</head>
<body style="margin:0;padding:0;background-color:#f2f4f7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f2f4f7"><tr>
<td align="center" style="padding:16px 8px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:600px"><tr>
<td align="left" style="padding:24px 20px 12px 20px">
${body}
</td></tr><tr>
<td align="left" style="padding:16px 20px 16px 20px;border-top:1px solid #d5dae1">
<p style="${NOTE}">${HOW}</p>
<p style="${NOTE}">${UNREAD} ${OTHER} <a href="${links.vraag()}" style="${LINK}">${OPEN}</a></p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`.source;
}

function elementHtml(element: Element, toButton: (button: Button) => Html): Html {
  switch (element.kind) {
    case 'heading':
      return html`<h1 style="margin:0 0 12px 0;${FONT};font-size:20px;line-height:28px;color:${INK}">${element.text}</h1>\n`;
    case 'text':
      return paragraph(element.text, TEXT);
    case 'note':
      return paragraph(element.text, NOTE);
    case 'facts':
      return html`${element.facts.map(factHtml)}`;
    case 'item':
      return html`<div style="border-top:1px solid #d5dae1;padding:12px 0 4px 0">
${paragraph(element.text, `${TEXT};margin-bottom:4px`)}${element.note ? paragraph(element.note, NOTE) : NOTHING}${buttonsHtml(element.buttons ?? [], toButton)}</div>\n`;
    case 'image':
      return paragraph(element.alt, NOTE);
    case 'divider':
      return html`<hr style="border:0;border-top:1px solid #d5dae1;margin:16px 0">\n`;
    case 'buttons':
      return html`<div style="border-top:1px solid #d5dae1;padding:16px 0 0 0">${buttonsHtml(element.buttons, toButton)}</div>\n`;
  }
}

/** Line breaks are kept. */
function paragraph(text: string, style: string): Html {
  if (text.trim() === '') return NOTHING;
  const lines = text
    .split('\n')
    .map((line, index) => html`${index > 0 ? html`<br>` : NOTHING}${linked(line, LINK)}`);
  return html`<p style="${style}">${lines}</p>\n`;
}

function factHtml({ label, value }: { label: string; value: string }): Html {
  const lines = value
    .split('\n')
    .map((line, index) => html`${index > 0 ? html`<br>` : NOTHING}${linked(line, LINK)}`);
  return html`<p style="${TEXT};margin-bottom:6px"><strong>${label}:</strong> ${lines}</p>\n`;
}

const buttonsHtml = (buttons: readonly Button[], toButton: (button: Button) => Html): Html =>
  buttons.length > 0 ? html`<div style="margin:0 0 8px 0">${buttons.map(toButton)}</div>` : NOTHING;

const LOOK = {
  primary: { back: '#0b4a8f', ink: '#ffffff' },
  danger: { back: '#a31621', ink: '#ffffff' },
  plain: { back: '#e3ecf7', ink: '#0b3a70' },
};

/** Its size is made of borders: those Outlook shows, padding of a link it does not. */
function buttonHtml({ label, style }: Button, href: string): Html {
  const { back, ink } = LOOK[style ?? 'plain'];
  const border = `border:solid ${back};border-width:11px 16px`;
  const look = `display:inline-block;margin:0 8px 8px 0;background-color:${back};${border};border-radius:6px;${FONT};font-size:16px;line-height:22px;font-weight:bold;color:${ink};text-decoration:none`;
  return html`<a href="${href}" style="${look}">${label}</a>\n`;
}
