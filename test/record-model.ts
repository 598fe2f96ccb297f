/** The record of one actie as it should be: the simplest thing that says what Doebot does with a report. */
export type Status = 'nader_uit_te_werken' | 'loopt' | 'vertraagd' | 'afgerond' | 'gestopt';

/** A row, in order; others are named by their place. */
export type Row = {
  soort: 'gewijzigd' | 'ongewijzigd' | 'ingetrokken';
  by: string;
  van: Status;
  naar: Status;
  text: string;
  vorige: number | null;
  trektIn: number | null;
  corrigeert: number | null;
};

export type Model = { first: Status; rows: Row[]; holds: number | null };

/** What somebody does. `ref`: the row that the button or form was made after; null: before any. */
export type Deed =
  | { kind: 'line'; who: string; status: Status | undefined; text: string }
  | { kind: 'same'; who: string; ref: number | null }
  | { kind: 'form'; who: string; ref: number | null; status: Status; text: string }
  | { kind: 'undo'; who: string; ref: number }
  | { kind: 'correct'; who: string; ref: number; status: Status; text: string };

export type Outcome = 'stored' | 'already' | 'form' | 'refused';

type Says = { status: Status; text: string };

const SECRETARIS = 'secretaris@haarlem.example';
const ENDED = ['afgerond', 'gestopt'];
const WORSE: Record<Status, number> = {
  afgerond: 0,
  loopt: 0,
  nader_uit_te_werken: 1,
  vertraagd: 2,
  gestopt: 3,
};

/** How the actie stands. */
const stand = ({ first, rows, holds }: Model): Says => {
  const row = holds === null ? undefined : rows[holds];
  return row ? { status: row.naar, text: row.text } : { status: first, text: '' };
};

/** Whether the rules let `who` report `says` where `van` was so before. */
function allowed(who: string, van: Says, says: Says): boolean {
  const ended = ENDED.includes(van.status);
  if (ended && (who !== SECRETARIS || ENDED.includes(says.status))) return false;
  const explained = says.text !== '' && says.text !== van.text;
  return explained || !(ended || WORSE[says.status] > WORSE[van.status]);
}

/** What the deed comes to, and the record after it. */
export function act(model: Model, deed: Deed): { outcome: Outcome; model: Model } {
  const now = stand(model);
  const stays = (outcome: Outcome) => ({ outcome, model });
  const row = 'ref' in deed && deed.ref !== null ? model.rows[deed.ref] : undefined;
  switch (deed.kind) {
    case 'line': {
      const status = deed.status ?? now.status;
      const says = status === now.status && deed.text === '' ? now : { status, text: deed.text };
      return allowed(deed.who, now, says) ? store(model, deed.who, says) : stays('refused');
    }
    case 'same':
      return deed.ref === model.holds && allowed(deed.who, now, now)
        ? store(model, deed.who, now)
        : stays('refused');
    case 'form':
      if (deed.ref !== model.holds) return stays(overtaken(model, deed));
      return allowed(deed.who, now, deed) ? store(model, deed.who, deed) : stays('form');
    case 'undo':
      return row?.by === deed.who && deed.ref === model.holds ? withdraw(model, deed.ref) : stays('refused');
    case 'correct': {
      if (deed.ref !== model.holds || !row) return stays(overtaken(model, deed));
      if (row.by !== deed.who) return stays('refused');
      if (!allowed(deed.who, before(model, row), deed)) return stays('form');
      return store(model, deed.who, deed, { corrigeert: deed.ref, van: before(model, row) });
    }
  }
}

/** Handed in twice is once; else who was overtaken gets the form with both texts. */
function overtaken(model: Model, deed: Says & { who: string }): Outcome {
  const last = model.holds === null ? undefined : model.rows[model.holds];
  const same = last?.by === deed.who && last.naar === deed.status && last.text === deed.text;
  return same ? 'already' : 'form';
}

/** How it stood before what a row says, or before the first that a row of corrections puts right. */
function before({ rows }: Model, row: Row): Says {
  let first = row;
  while (first.corrigeert !== null) first = rows[first.corrigeert] as Row;
  const vorige = first.vorige === null ? undefined : rows[first.vorige];
  return { status: first.van, text: vorige?.text ?? '' };
}

function store(
  model: Model,
  by: string,
  { status, text }: Says,
  correctie?: { corrigeert: number; van: Says },
): { outcome: Outcome; model: Model } {
  const van = correctie?.van ?? stand(model);
  const same = !correctie && van.status === status && van.text === text;
  return added(model, {
    soort: same ? 'ongewijzigd' : 'gewijzigd',
    by,
    van: van.status,
    naar: status,
    text,
    vorige: model.holds,
    trektIn: null,
    corrigeert: correctie?.corrigeert ?? null,
  });
}

function withdraw(model: Model, ref: number): { outcome: Outcome; model: Model } {
  const row = model.rows[ref] as Row;
  const after = { ...model, holds: row.vorige };
  const back = row.vorige === null ? row.van : stand(after).status;
  const { model: done } = added(model, {
    soort: 'ingetrokken',
    by: row.by,
    van: row.naar,
    naar: back,
    text: '',
    vorige: ref,
    trektIn: ref,
    corrigeert: null,
  });
  return { outcome: 'stored', model: { ...done, holds: row.vorige } };
}

const added = (model: Model, row: Row): { outcome: Outcome; model: Model } => ({
  outcome: 'stored',
  model: { ...model, rows: [...model.rows, row], holds: model.rows.length },
});
