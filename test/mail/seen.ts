import type { Seen } from '../driver.ts';

/** What is done by pressing a button: an address to go to, or to hand something in at. */
export type Press = { label: string; to: string; hands?: Record<string, string> };
export type Screen = Seen & { presses: Press[]; confirms?: Press; filling?: Press; asks?: Press };

/** A page of ours as a person sees it. It is read as strictly as it is written. */
export function screenOf(html: string): Screen {
  const main = /<main>(.*?)<\/main>/s.exec(html)?.[1] ?? '';
  const footer = /<footer>(.*?)<\/footer>/s.exec(html)?.[1] ?? '';
  const presses = [...main.matchAll(BUTTON)].map(({ groups = {} }) =>
    groups['link'] === undefined
      ? {
          label: textOf(groups['button'] ?? ''),
          to: decoded(groups['action'] ?? ''),
          hands: hiddenIn(groups['form'] ?? ''),
        }
      : { label: textOf(groups['text'] ?? ''), to: decoded(groups['link'] ?? '') },
  );
  const confirm = /<form method="post">(.*?)<button class="primary bevestig"[^>]*>(.*?)<\/button>/s.exec(
    main,
  );
  const form = /<form method="post" action="([^"]*)" class="formulier">(.*?)<\/form>/s.exec(main);
  const ask = /<form method="post" action="([^"]*)" class="vraag">(.*?)<\/form>/s.exec(footer);
  const fields = [...(form?.[2] ?? '').matchAll(/<div class="veld">(.*?)<\/div>/gs)].map(([, field = '']) =>
    fieldOf(field),
  );
  return {
    text: textOf(main.replace(BUTTON, '').replace(/<select.*?<\/select>/gs, '')),
    buttons: presses.map(({ label }) => label),
    presses,
    ...(confirm && {
      confirms: { label: textOf(confirm[2] ?? ''), to: '', hands: hiddenIn(confirm[1] ?? '') },
    }),
    ...(form && {
      form: { title: textOf(/<h1>(.*?)<\/h1>/s.exec(main)?.[1] ?? ''), fields },
      filling: { label: '', to: decoded(form[1] ?? ''), hands: hiddenIn(form[2] ?? '') },
    }),
    ...(ask && { asks: { label: '', to: decoded(ask[1] ?? ''), hands: hiddenIn(ask[2] ?? '') } }),
  };
}

const BUTTON =
  /<a class="knop [a-z]*" href="(?<link>[^"]*)">(?<text>.*?)<\/a>|<form method="post" action="(?<action>[^"]*)">(?<form>(?:(?!<\/form>).)*?)<button class="knop [a-z]*">(?<button>.*?)<\/button><\/form>/gs;

/** A mail as a person sees it: its buttons are links. */
export function mailScreen(html: string): Screen {
  const [card = ''] = html.split('border-top:1px solid #d5dae1">\n<p style');
  const body = /<body.*$/s.exec(card)?.[0] ?? '';
  const LINK = /<a href="([^"]*\/antwoord\/[^"]*)"[^>]*>(.*?)<\/a>/gs;
  const presses = [...body.matchAll(LINK)].map(([, to = '', label = '']) => ({
    label: textOf(label),
    to: decoded(to),
  }));
  return { text: textOf(body.replace(LINK, '')), buttons: presses.map(({ label }) => label), presses };
}

const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, decoded(value)],
    ),
  );

function fieldOf(html: string) {
  const value =
    /<option value="([^"]*)" selected>/.exec(html)?.[1] ??
    /<textarea[^>]*>\n(.*?)<\/textarea>/s.exec(html)?.[1] ??
    /<input [^>]*value="([^"]*)"/s.exec(html)?.[1] ??
    '';
  const error = /<p class="fout"[^>]*>(.*?)<\/p>/s.exec(html)?.[1];
  return {
    name: /name="veld\.([^"]*)"/.exec(html)?.[1] ?? '',
    label: textOf(/<label[^>]*>(.*?)(?: <span|<\/label>)/s.exec(html)?.[1] ?? ''),
    value: decoded(value),
    ...(error !== undefined && { error: textOf(error) }),
  };
}

export const textOf = (html: string): string =>
  decoded(html.replace(/<(?:br|\/p|\/h\d|\/dt|\/dd|\/div)[^>]*>/g, '\n').replace(/<[^>]*>/g, '')).trim();

const decoded = (html: string): string =>
  html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
