/** Text that is HTML already: only the tag below makes it, so that nothing a person typed is ever taken for it. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Value = string | number | Html | readonly Html[];

/** HTML from a template; whatever is filled in is escaped, unless it came from here. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(
    parts
      .map((part, index) => `${part}${index < values.length ? sourceOf(values[index] ?? '') : ''}`)
      .join(''),
  );
}

export const NOTHING = html``;

function sourceOf(value: Value): string {
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map(({ source }) => source).join('');
  return String(value)
    .replace(CONTROL, '')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** No HTML may hold these, escaped or not; it does hold tabs and line breaks. */
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

/** What a person typed, with its addresses to press. */
export function linked(typed: string, style = ''): Html[] {
  return typed.split(ADDRESS).map((part, index) => {
    if (index % 2 === 0) return html`${part}`;
    return style ? html`<a href="${part}" style="${style}">${part}</a>` : html`<a href="${part}">${part}</a>`;
  });
}

/** Not the sentence that goes on after it. */
const ADDRESS = /(\bhttps?:\/\/[^\s<>"«»]*[^\s<>"«».,:;!?)'\]])/g;
