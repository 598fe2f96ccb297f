import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import { type Asked, command } from '../chat/command.ts';
import type { Form } from '../chat/form.ts';
import { refuseOthers } from '../overleg/stored-vergadering.ts';
import { CODE_WORD } from '../overleg/vergadering.ts';
import { Refusal } from '../refusal.ts';
import { withLead } from '../voorstel/preview-card.ts';
import { STAPPEN, type Stap } from './aanloop.ts';
import { gewijzigdText } from './aanloop-card.ts';
import { type StapGetypt, stapForm } from './aanloop-form.ts';
import { aanloopOf } from './show-aanloop.ts';
import {
  type Instelling,
  isFout,
  leesDoelgroep,
  leesInstelling,
  leesTekst,
  leesTijd,
  leesWerkdagen,
  STAP_WOORD,
  standaardVan,
  stapVan,
  werkdagenGetypt,
} from './stap.ts';
import { aanloopVanOverleg, type Bij, changeStap, findBij, findBijToChange } from './stored-aanloop.ts';

const WHAT = 'de aanloop wijzigen';
const code = z.string().max(60).optional();
const stap = z.string().transform(stapVan).pipe(z.enum(STAPPEN));
const tekst = z.string().default('');
const STAP = `(?<stap>${STAP_WOORD})`;

/** The words before what a step becomes: "overleg RBA aanloop uitvraag", "overleg aanloop RBA uitvraag". */
const heads = [
  `^overleg(?: (?<code>${CODE_WORD}))? aanloop(?: van)? (?:de )?${STAP}`,
  `^overleg aanloop(?: van)? (?<code>${CODE_WORD}) (?:de )?${STAP}`,
];

export const openAanloopForm = command({
  name: 'overleg.aanloop.formulier',
  input: z.object({ code, stap }),
  phrases: heads.map((head) => new RegExp(`${head}(?: wijzigen| aanpassen)?[.!]?$`, 'i')),
  run: async ({ code, stap }, asked) => {
    await refuseOthers(asked, WHAT);
    const { overleg } = await findBijToChange(asked, code, (one) => `overleg aanloop ${one} ${stap}`);
    const plan = (await aanloopVanOverleg(asked.tx, overleg.id))[stap];
    return stapForm({ code: overleg.code, stap, getypt: getyptVan(stap, plan) });
  },
});

const getyptVan = (stap: Stap, { werkdagen, tijd, aan, tekst, actief }: Instelling): StapGetypt => {
  return { werkdagen: werkdagenGetypt(stap, werkdagen), tijd, aan, tekst, stand: actief ? 'aan' : 'uit' };
};

/** Its form, handed in. */
export const saveAanloopForm = command({
  name: 'overleg.aanloop.opslaan',
  input: z.object({ code: z.string(), stap, werkdagen: tekst, tijd: tekst, aan: tekst, tekst, stand: tekst }),
  phrases: [],
  changes: true,
  run: ({ code, stap, ...getypt }, asked) => save(code, stap, getypt, asked),
});

async function save(code: string, stap: Stap, getypt: StapGetypt, asked: Asked): Promise<Card | Form> {
  await refuseOthers(asked, WHAT);
  const bij = await findBij(asked, code);
  const read = {
    werkdagen: leesWerkdagen(stap, getypt.werkdagen),
    tijd: leesTijd(getypt.tijd),
    aan: leesDoelgroep(stap, getypt.aan || standaardVan(stap).aan),
    tekst: leesTekst(stap, getypt.tekst),
  };
  const errors = Object.fromEntries(
    Object.entries(read).flatMap(([name, value]) => (isFout(value) ? [[name, value.fout]] : [])),
  );
  const again = (wrong: Partial<StapGetypt>) => stapForm({ code, stap, getypt, errors: wrong });
  const { werkdagen, tijd, aan, tekst } = read;
  if (isFout(werkdagen) || isFout(tijd) || isFout(aan) || isFout(tekst)) return again(errors);
  try {
    return await change(bij, stap, { werkdagen, tijd, aan, tekst, actief: getypt.stand !== 'uit' }, asked);
  } catch (error) {
    // Nothing is written before the run-up is refused: what was typed is kept.
    if (error instanceof Refusal) return again({ werkdagen: error.message });
    throw error;
  }
}

/** In one line: "overleg aanloop RBA uitvraag 12 werkdagen ervoor 10:00". */
export const changeAanloop = command({
  name: 'overleg.aanloop.wijzig',
  input: z.object({ code, stap, wat: z.string().max(1_000) }),
  phrases: heads.map((head) => new RegExp(`${head}:? (?:naar )?(?<wat>.+)$`, 'is')),
  changes: true,
  run: async ({ code, stap, wat }, asked) => {
    await refuseOthers(asked, WHAT);
    const bij = await findBijToChange(asked, code, (one) => `overleg aanloop ${one} ${stap} ${wat}`);
    return change(bij, stap, leesInstelling(wat, stap), asked);
  },
});

/** Back to how it is when nothing was said. */
export const resetAanloop = command({
  name: 'overleg.aanloop.standaard',
  input: z.object({ code, stap }),
  phrases: heads.map((head) => new RegExp(`${head} (?:zoals )?(?:de )?standaard[.!]?$`, 'i')),
  changes: true,
  inPlace: true,
  run: async ({ code, stap }, asked) => {
    await refuseOthers(asked, WHAT);
    const bij = await findBijToChange(asked, code, (one) => `overleg aanloop ${one} ${stap} standaard`);
    return change(bij, stap, standaardVan(stap), asked);
  },
});

async function change(bij: Bij, stap: Stap, naar: Partial<Instelling>, asked: Asked): Promise<Card> {
  const changed = await changeStap(asked, bij.overleg, stap, naar);
  const card = await aanloopOf(await findBij(asked, bij.overleg.code), asked);
  if (!changed) return withLead('Er verandert niets: zo is het al.', card);
  const meteen = await asked.tx.herinnering.count({
    where: {
      status: 'gepland',
      soort: stap,
      geplandOp: { lte: new Date(asked.now.epochMilliseconds) },
      vergadering: { overlegId: bij.overleg.id },
    },
  });
  const plan = (await aanloopVanOverleg(asked.tx, bij.overleg.id))[stap];
  return withLead(gewijzigdText({ code: bij.overleg.code, stap, ...changed, meteen, plan }), card);
}
