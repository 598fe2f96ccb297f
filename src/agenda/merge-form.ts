import { actieLine } from '../actie/actie-card.ts';
import type { Input } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { type Aantekeningen, type Filling, veldenForm } from './actie-form.ts';
import { type Deel, type Velden, verschil } from './velden.ts';
import { veldFacts } from './wijziging-card.ts';

type Actie = { nummer: number; titel: string; velden: Velden };

/** What is left of two acties: the fields of the one that stays, with what the other one says beside them. */
export function mergeForm(blijft: Actie, gaat: Actie, filling: Filling, gezien: Input): Form {
  const intro = `${actieLine(gaat)}\ngaat op in\n${actieLine(blijft)}\nKies wat er bij #${blijft.nummer} komt te staan.`;
  const input = { nummer: blijft.nummer, ander: gaat.nummer, gezien };
  const submit = { label: 'Bekijk de wijziging', command: 'acties.samenvoegen.toon', input };
  const themas = new Map(filling.keuzes.themas.map(({ nummer, naam }) => [nummer, naam]));
  const differs = verschil(blijft.velden, gaat.velden)?.naar ?? {};
  const hints = hintsOf(gaat.nummer, differs, themas);
  return veldenForm({ title: 'Acties samenvoegen', intro, submit, hints, ...filling });
}

function hintsOf(nummer: number, differs: Deel, themas: ReadonlyMap<number, string>): Aantekeningen {
  const facts = veldFacts({}, differs, themas);
  const said = facts.map(({ label, value }) => [label.toLowerCase(), `Bij #${nummer} staat: ${value}`]);
  return { ...Object.fromEntries(said), trekkers: 'De trekkers van beide acties, met een komma ertussen.' };
}
