import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Html, html } from './html.ts';

export type Page = { status: number; title: string; body: Html };

/** Works without JavaScript, on a phone, and at twice the size of letters. */
const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f2f4f7;color:#1b1b1b;font:1.0625rem/1.5 "Segoe UI",system-ui,-apple-system,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:42rem;margin:0 auto;padding:1rem 1.25rem}
header{font-weight:700;color:#0b3a70}
main{background:#fff;padding-top:1.25rem;padding-bottom:1.25rem;border-radius:.5rem}
h1{font-size:1.375rem;line-height:1.3;margin:0 0 .75rem}
h2{font-size:1.125rem;line-height:1.3;margin:1.25rem 0 .5rem}
p{margin:0 0 .75rem;white-space:pre-line}
.klein,footer,.hint{color:#555;font-size:.9375rem}
dl{margin:0 0 .75rem}
dt{font-weight:700}
dd{margin:0 0 .5rem;white-space:pre-line}
@media (min-width:36rem){dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;column-gap:1rem}dt,dd{margin:0 0 .375rem}}
.item{border-top:1px solid #d5dae1;padding:.75rem 0 .25rem}
.item p{margin-bottom:.25rem}
hr{border:0;border-top:1px solid #d5dae1;margin:1rem 0}
img{max-width:100%;height:auto}
a{color:#0b4a8f}
.knoppen{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0 .75rem}
.knoppen form{margin:0}
.knop,button{display:inline-block;min-height:2.75rem;padding:.5rem 1rem;border:2px solid transparent;border-radius:.375rem;background:#e3ecf7;color:#0b3a70;font:inherit;font-weight:700;text-decoration:none;text-align:center;cursor:pointer}
.primary{background:#0b4a8f;color:#fff}
.danger{background:#a31621;color:#fff}
:focus-visible{outline:3px solid #0b4a8f;outline-offset:2px}
.veld{margin:0 0 1.25rem}
label{display:block;font-weight:700}
.hint{margin:0 0 .25rem}
.fout{color:#a31621;font-weight:700;margin:0 0 .25rem}
.fouten{border:2px solid #a31621;border-radius:.375rem;padding:.75rem 1rem;margin:0 0 1rem}
.fouten p{margin:0}
input,select,textarea{width:100%;min-height:2.75rem;margin-top:.25rem;padding:.5rem .625rem;border:1px solid #6b7280;border-radius:.375rem;background:#fff;color:#1b1b1b;font:inherit}
textarea{min-height:7rem}
[aria-invalid=true]{border:2px solid #a31621}
.verborgen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
`;

/** Not escaped: a style sheet is no text. */
const STYLE_HTML = new Html(STYLE);
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * Nothing runs on it, nothing is fetched from elsewhere, no other site can show it, and no cache, search engine or
 * other site learns its address.
 */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};

/** Without `withBody` it is only said that there is a page. */
export function sendPage(response: ServerResponse, page: Page, withBody: boolean): void {
  const bytes = Buffer.from(withBody ? documentOf(page).source : '');
  response.writeHead(page.status, {
    ...HEADERS,
    ...(withBody && { 'content-length': bytes.byteLength }),
    // What was refused may not have been read to its end.
    ...(page.status >= 400 && { connection: 'close' }),
  });
  response.end(bytes);
}

const documentOf = ({ title, body }: Page): Html => html`<!DOCTYPE html>
<html lang="nl" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title} · Doebot</title>
<style>${STYLE_HTML}</style>
</head>
<body>
<header>Doebot</header>
${body}
</body>
</html>
`;
