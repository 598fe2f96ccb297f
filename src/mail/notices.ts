import { html } from './html.ts';
import { LIFETIME } from './link.ts';
import type { Page } from './page.ts';

const page = (status: number, title: string, text: string): Page => ({
  status,
  title,
  body: html`<main><h1>${title}</h1><p>${text}</p></main>`,
});

export const expiredPage = (): Page =>
  page(
    410,
    'Deze link is verlopen',
    `Een knop in een mail van Doebot werkt ${LIFETIME.days} dagen. Open de nieuwste mail van Doebot en druk daar op de knop. Heb je geen nieuwere? Vraag het dan aan de secretaris van je overleg.`,
  );

export const brokenPage = (): Page =>
  page(
    404,
    'Deze link klopt niet',
    'Misschien is hij niet helemaal gekopieerd. Open de mail van Doebot en druk daar op de knop, of kopieer de hele link.',
  );

/** A form is only there after the button that opens it. */
export const closedFormPage = (): Page =>
  page(
    404,
    'Dit formulier is niet meer open',
    'Open de mail van Doebot en druk opnieuw op de knop. Wat je had opgeslagen, is bewaard.',
  );

export const tooLargePage = (): Page =>
  page(
    413,
    'Dit is te veel tekst',
    'Er is niets opgeslagen. Ga terug, maak je tekst korter en probeer het opnieuw.',
  );

export const strangePage = (status: 400 | 405 | 415): Page =>
  page(status, 'Dit kan niet', 'Er is niets opgeslagen. Open de mail van Doebot en druk daar op de knop.');

export const failedPage = (): Page =>
  page(500, 'Er ging iets mis', 'Ga terug en probeer het over een paar minuten opnieuw.');
