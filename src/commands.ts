import { addSynoniem } from './actie/add-synoniem.ts';
import { confirmUnchanged } from './actie/confirm-unchanged.ts';
import { correctUpdate } from './actie/correct-update.ts';
import { listActies } from './actie/list-acties.ts';
import { listSynoniemen } from './actie/list-synoniemen.ts';
import { openUpdateForm } from './actie/open-update-form.ts';
import { registerChoice, registerUpdate } from './actie/register-update.ts';
import { removeSynoniem } from './actie/remove-synoniem.ts';
import { reopenActie } from './actie/reopen-actie.ts';
import { requestUpdate } from './actie/request-update.ts';
import { saveUpdateForm } from './actie/save-update-form.ts';
import { searchActies } from './actie/search-acties.ts';
import { showActie } from './actie/show-actie.ts';
import { showHistorie } from './actie/show-historie.ts';
import { showStand } from './actie/show-stand.ts';
import { showWijzigingen } from './actie/show-wijzigingen.ts';
import { undoUpdate } from './actie/undo-update.ts';
import type { AnyCommand } from './chat/command.ts';
import { shareAnswer } from './chat/share-answer.ts';
import { confirmFromHerinnering } from './herinnering/confirm-from-herinnering.ts';
import { askToCancel, cancelVergadering } from './overleg/cancel-vergadering.ts';
import { moveVergadering, restoreVergadering } from './overleg/move-vergadering.ts';
import { planVergadering } from './overleg/plan-vergadering.ts';
import { showOverleg } from './overleg/show-overleg.ts';
import { switchAankondiging } from './overleg/switch-aankondiging.ts';
import { showHelp } from './persoon/show-help.ts';
import { beginAbonnement } from './volgen/begin-abonnement.ts';
import { listAbonnementen, listKanaal } from './volgen/list-abonnementen.ts';
import { stopAbonnement } from './volgen/stop-abonnement.ts';
import { askQuestion } from './vraag/ask-question.ts';

/** Everything with words or a button of its own. Of two whose phrases fit, the first is meant. */
const named: readonly AnyCommand[] = [
  showHelp,
  showActie,
  showHistorie,
  showStand,
  showWijzigingen,
  stopAbonnement,
  listAbonnementen,
  listKanaal,
  beginAbonnement,
  requestUpdate,
  openUpdateForm,
  saveUpdateForm,
  correctUpdate,
  reopenActie,
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
];

/** What has no words of its own is a question in plain words. */
const asked: readonly AnyCommand[] = [...named, askQuestion(named)];

/** Everything a person can ask for. */
export const commands: readonly AnyCommand[] = [...asked, shareAnswer(asked)];
