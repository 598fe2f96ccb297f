import type { Field } from '../chat/form.ts';
import { type Html, html, NOTHING } from './html.ts';

/** Fields of a form are told by this from what else is handed in. */
export const FIELD = 'veld.';

/** A question of a form: its label, how to fill it in, and what is wrong with what is there. */
export function fieldHtml(field: Field): Html {
  const { name, label, hint, error } = field;
  const id = `${FIELD}${name}`;
  const told = [...(hint ? [`${id}.hint`] : []), ...(error ? [`${id}.fout`] : [])].join(' ');
  const optional =
    field.kind === 'text' && !field.required && !error
      ? html` <span class="hint">(mag leeg)</span>`
      : NOTHING;
  return html`<div class="veld"><label for="${id}">${label}${optional}</label>
${hint ? html`<p class="hint" id="${id}.hint">${hint}</p>` : NOTHING}${error ? html`<p class="fout" id="${id}.fout">${error}</p>` : NOTHING}${inputHtml(field, attributes(id, told, error !== undefined))}</div>
`;
}

function attributes(id: string, told: string, wrong: boolean): Html {
  return html`id="${id}" name="${id}"${told ? html` aria-describedby="${told}"` : NOTHING}${wrong ? html` aria-invalid="true"` : NOTHING}`;
}

function inputHtml(field: Field, own: Html): Html {
  const { value = '' } = field;
  switch (field.kind) {
    case 'choice':
      return html`<select ${own} required>${field.options.some((option) => option.value === value) ? NOTHING : html`<option value="">Kies …</option>`}${field.options.map((option) => html`<option value="${option.value}"${option.value === value ? html` selected` : NOTHING}>${option.label}</option>`)}</select>`;
    case 'text': {
      const limits = html`maxlength="${field.maxLength}"${field.required ? html` required` : NOTHING}`;
      // A line break at the start of a textarea is not part of what it holds.
      if (field.multiline) return html`<textarea ${own} ${limits} rows="4">\n${value}</textarea>`;
      return html`<input ${own} ${limits} value="${value}" autocomplete="off">`;
    }
  }
}
