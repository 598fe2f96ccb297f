import { addSynoniem } from './actie/add-synoniem.ts';
import { confirmUnchanged } from './actie/confirm-unchanged.ts';
import { listActies } from './actie/list-acties.ts';
import { listSynoniemen } from './actie/list-synoniemen.ts';
import { openUpdateForm } from './actie/open-update-form.ts';
import { registerChoice, registerUpdate } from './actie/register-update.ts';
import { removeSynoniem } from './actie/remove-synoniem.ts';
import { requestUpdate } from './actie/request-update.ts';
import { saveUpdateForm } from './actie/save-update-form.ts';
import { searchActies } from './actie/search-acties.ts';
import { showActie } from './actie/show-actie.ts';
import { showHistorie } from './actie/show-historie.ts';
import { showStand } from './actie/show-stand.ts';
import { showWijzigingen } from './actie/show-wijzigingen.ts';
import { undoUpdate } from './actie/undo-update.ts';
import { applyImport } from './bestand/apply-import.ts';
import { cancelImport } from './bestand/cancel-import.ts';
import { explainImport } from './bestand/explain-import.ts';
import { exportAgenda } from './bestand/export-agenda.ts';
import { previewImport } from './bestand/preview-import.ts';
import { showImport } from './bestand/show-import.ts';
import type { AnyCommand } from './chat/command.ts';
import { confirmFromHerinnering } from './herinnering/confirm-from-herinnering.ts';
import { askToCancel, cancelVergadering } from './overleg/cancel-vergadering.ts';
import { moveVergadering, restoreVergadering } from './overleg/move-vergadering.ts';
import { planVergadering } from './overleg/plan-vergadering.ts';
import { showOverleg } from './overleg/show-overleg.ts';
import { switchAankondiging } from './overleg/switch-aankondiging.ts';
import { showHelp } from './persoon/show-help.ts';
import { askQuestion } from './vraag/ask-question.ts';

/** Everything with words or a button of its own. Of two whose phrases fit, the first is meant. */
const named: readonly AnyCommand[] = [
  showHelp,
  showActie,
  showHistorie,
  showStand,
  showWijzigingen,
  requestUpdate,
  openUpdateForm,
  saveUpdateForm,
  confirmUnchanged,
  confirmFromHerinnering,
  registerUpdate,
  registerChoice,
  undoUpdate,
  listActies,
  searchActies,
  listSynoniemen,
  addSynoniem,
  removeSynoniem,
  askToCancel,
  cancelVergadering,
  switchAankondiging,
  planVergadering,
  moveVergadering,
  restoreVergadering,
  showOverleg,
  explainImport,
  previewImport,
  showImport,
  applyImport,
  cancelImport,
  exportAgenda,
];

/** Everything a person can ask for; what has no words of its own is a question in plain words. */
export const commands: readonly AnyCommand[] = [...named, askQuestion(named)];
