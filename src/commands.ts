import { confirmUnchanged } from './actie/confirm-unchanged.ts';
import { listActies } from './actie/list-acties.ts';
import { openUpdateForm } from './actie/open-update-form.ts';
import { registerChoice, registerUpdate } from './actie/register-update.ts';
import { saveUpdateForm } from './actie/save-update-form.ts';
import { searchActies } from './actie/search-acties.ts';
import { showActie } from './actie/show-actie.ts';
import { undoUpdate } from './actie/undo-update.ts';
import type { AnyCommand } from './chat/command.ts';
import { confirmFromHerinnering } from './herinnering/confirm-from-herinnering.ts';
import { askToCancel, cancelVergadering } from './overleg/cancel-vergadering.ts';
import { moveVergadering, restoreVergadering } from './overleg/move-vergadering.ts';
import { planVergadering } from './overleg/plan-vergadering.ts';
import { showOverleg } from './overleg/show-overleg.ts';
import { switchAankondiging } from './overleg/switch-aankondiging.ts';
import { showHelp } from './persoon/show-help.ts';

/** Everything a person can ask for. Of two whose phrases fit, the first is meant. */
export const commands: readonly AnyCommand[] = [
  showHelp,
  showActie,
  openUpdateForm,
  saveUpdateForm,
  confirmUnchanged,
  confirmFromHerinnering,
  registerUpdate,
  registerChoice,
  undoUpdate,
  listActies,
  searchActies,
  askToCancel,
  cancelVergadering,
  switchAankondiging,
  planVergadering,
  moveVergadering,
  restoreVergadering,
  showOverleg,
];
