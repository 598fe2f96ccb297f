import type { Button, Card, Element } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { FIELD, fieldHtml } from './field.ts';
import { type Html, html, linked, NOTHING } from './html.ts';
import type { Link } from './link.ts';
import type { Links } from './links.ts';
import { besideButtons } from './mail-body.ts';

/** What every page of one person needs. `reads`: that command changes nothing, so that a link may ask it. */
export type Desk = { links: Links; email: string; reads(command: string): boolean };

type Shown = { title: string; body: Html };

/** A card, with its buttons to press. */
export function cardPage(card: Card, desk: Desk): Shown {
  const heading = card.elements.find(({ kind }) => kind === 'heading');
  const title = heading?.kind === 'heading' ? heading.text : 'Antwoord';
  const beside = besideButtons(card);
  const toButton = (button: Button) =>
    buttonHtml(button, desk.links.knop(button, beside.get(button) ?? ''), desk);
  const parts = card.elements.map((element) => elementHtml(element, element === heading, toButton));
  const spoken = heading ? NOTHING : html`<h1 class="verborgen">${title}</h1>`;
  return { title, body: html`<main>${spoken}${parts}</main>${footer(desk)}` };
}

function elementHtml(element: Element, first: boolean, toButton: (button: Button) => Html): Html {
  switch (element.kind) {
    case 'heading':
      return first ? html`<h1>${element.text}</h1>\n` : html`<h2>${element.text}</h2>\n`;
    case 'text':
      return element.text.trim() === '' ? NOTHING : html`<p>${linked(element.text)}</p>\n`;
    case 'note':
      return html`<p class="klein">${linked(element.text)}</p>\n`;
    case 'facts':
      return element.facts.length === 0 ? NOTHING : html`<dl>${element.facts.map(factHtml)}</dl>\n`;
    case 'item':
      return html`<div class="item"><p>${linked(element.text)}</p>${element.note ? html`<p class="klein">${linked(element.note)}</p>` : NOTHING}${buttonsHtml(element.buttons ?? [], toButton)}</div>\n`;
    case 'image':
      return html`<p><img src="${element.url}" alt="${element.alt}"></p>\n`;
    case 'divider':
      return html`<hr>\n`;
    case 'buttons':
      return buttonsHtml(element.buttons, toButton);
  }
}

const factHtml = ({ label, value }: { label: string; value: string }): Html =>
  html`<dt>${label}</dt><dd>${linked(value.trim() === '' ? '–' : value)}</dd>`;

const buttonsHtml = (buttons: readonly Button[], toButton: (button: Button) => Html): Html =>
  buttons.length > 0 ? html`<div class="knoppen">${buttons.map(toButton)}</div>\n` : NOTHING;

/** What only shows something is a link, so that going back works; what changes something is handed in. */
function buttonHtml({ label, command, style }: Button, to: string, { reads }: Desk): Html {
  if (reads(command)) return html`<a class="knop ${style ?? ''}" href="${to}">${label}</a>`;
  return html`<form method="post" action="${to}">${once()}<button class="knop ${style ?? ''}">${label}</button></form>`;
}

/** Makes what is handed in twice from the same page one request, and from a page that was opened again another one. */
const once = (): Html => html`<input type="hidden" name="keer" value="${crypto.randomUUID()}">`;

/** What a link of a mail is going to do, before it is done: programs that check mail open every link in it. */
export function confirmPage({ label, bij }: Link['said'] & { soort: 'knop' }, { email }: Desk): Shown {
  const body = html`<main><h1>${label}</h1>${bij ? html`<p>${bij}</p>` : NOTHING}
<p class="klein">Je meldt dit als ${email}. Er is nog niets gemeld: druk op de knop om dat te doen.</p>
<form method="post">${once()}<div class="knoppen"><button class="primary bevestig" autofocus>${label}</button></div></form></main>`;
  return { title: label, body };
}

/** A form, with what is filled in, and what is wrong at its field. */
export function formPage(form: Form, desk: Desk): Shown {
  const { title, intro, fields, submit } = form;
  const wrong = fields.filter(({ error }) => error);
  const errors =
    wrong.length === 0
      ? NOTHING
      : html`<div class="fouten" role="alert"><p>Nog niet opgeslagen. Kijk nog naar: ${wrong.map(({ name, label }, index) => html`${index > 0 ? ', ' : ''}<a href="#${FIELD}${name}">${label}</a>`)}.</p></div>`;
  const body = html`<main><h1>${title}</h1>${errors}${intro ? html`<p>${linked(intro)}</p>` : NOTHING}
<form method="post" action="${desk.links.formulier(submit)}" class="formulier">${once()}
${fields.map(fieldHtml)}<div class="knoppen"><button class="primary">${submit.label}</button></div></form></main>${footer(desk)}`;
  return { title: wrong.length > 0 ? `Fout: ${title}` : title, body };
}

/** For whoever wants something that no button says. */
export function questionPage(desk: Desk): Shown {
  const body = html`<main><h1>Waarmee kan ik helpen?</h1><p>Typ hieronder je vraag of wat je wilt melden, bijvoorbeeld «actie 12», «overleg» of «help».</p></main>${footer(desk)}`;
  return { title: 'Vraag', body };
}

/** What a person typed is taken in full, as in chat. */
export const MAX_VRAAG = 4_000;

function footer({ links, email }: Desk): Html {
  return html`<footer><form method="post" action="${links.vraag()}" class="vraag">${once()}
<label for="vraag">Iets anders vragen of melden</label>
<input id="vraag" name="vraag" maxlength="${MAX_VRAAG}" required autocomplete="off" placeholder="actie 12">
<div class="knoppen"><button>Versturen</button></div></form>
<p>Je bent hier als ${email}. Deze pagina is alleen voor jou: stuur de link niet door.</p></footer>`;
}
