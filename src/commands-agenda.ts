import { actieNieuw, addActie } from './agenda/add-actie.ts';
import { addThema, openThemaForm, themaNieuw } from './agenda/add-thema.ts';
import { actieWijzigen, changeActie } from './agenda/change-actie.ts';
import {
  changeThema,
  moveThema,
  openBewerkThemaForm,
  renameThema,
  themaWijzigen,
} from './agenda/change-thema.ts';
import { changeTrekkers, changeTrekkersForm } from './agenda/change-trekkers.ts';
import { actieAfsluiten, closeActie, openCloseForm } from './agenda/close-actie.ts';
import { listThemas } from './agenda/list-themas.ts';
import { actiesSamenvoegen, mergeActies, openMergeForm } from './agenda/merge-acties.ts';
import { moveActie } from './agenda/move-actie.ts';
import { openBewerkForm, openNieuwForm } from './agenda/open-actie-form.ts';
import { removeThema, themaWeg } from './agenda/remove-thema.ts';
import { pijlerHernoemen, renamePijler, renamePijlerForm } from './agenda/rename-pijler.ts';
import { showAgendaHelp } from './agenda/show-agenda-help.ts';
import { actieSplitsen, openSplitForm, splitActie } from './agenda/split-actie.ts';
import type { AnyCommand } from './chat/command.ts';
import { vergaderingenPlannen } from './overleg/plan-jaar.ts';
import { cancelVoorstel } from './voorstel/cancel-voorstel.ts';
import { saveVoorstel } from './voorstel/save-voorstel.ts';
import { type AnySoort, anySoort } from './voorstel/stored-voorstel.ts';

/** Everything that is shown before it is saved. */
const voorstellen: readonly AnySoort[] = [
  anySoort(actieNieuw),
  anySoort(actieWijzigen),
  anySoort(actiesSamenvoegen),
  anySoort(actieSplitsen),
  anySoort(actieAfsluiten),
  anySoort(themaNieuw),
  anySoort(themaWijzigen),
  anySoort(themaWeg),
  anySoort(pijlerHernoemen),
  anySoort(vergaderingenPlannen),
];

/** What keeps the doe-agenda itself. Before the others: «actie 12 thema 4» would else be an update. */
export const agenda: readonly AnyCommand[] = [
  showAgendaHelp,
  openNieuwForm,
  addActie,
  openBewerkForm,
  changeActie,
  moveActie,
  changeTrekkers,
  changeTrekkersForm,
  openMergeForm,
  mergeActies,
  openSplitForm,
  splitActie,
  openCloseForm,
  closeActie,
  listThemas,
  openThemaForm,
  addThema,
  openBewerkThemaForm,
  changeThema,
  renameThema,
  moveThema,
  removeThema,
  renamePijler,
  renamePijlerForm,
  saveVoorstel(voorstellen),
  cancelVoorstel(voorstellen),
];
