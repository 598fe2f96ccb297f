import { addSynoniem } from './actie/add-synoniem.ts';
import { confirmUnchanged } from './actie/confirm-unchanged.ts';
import { correctUpdate } from './actie/correct-update.ts';
import { listActies } from './actie/list-acties.ts';
import { listSynoniemen } from './actie/list-synoniemen.ts';
import { nameContact } from './actie/name-contact.ts';
import { openCitaatForm } from './actie/open-citaat-form.ts';
import { openContactForm } from './actie/open-contact-form.ts';
import { openRondeForm } from './actie/open-ronde-form.ts';
import { openUpdateForm } from './actie/open-update-form.ts';
import { registerChoice, registerUpdate } from './actie/register-update.ts';
import { removeSynoniem } from './actie/remove-synoniem.ts';
import { reopenActie } from './actie/reopen-actie.ts';
import { requestUpdate } from './actie/request-update.ts';
import { saveCitaatForm } from './actie/save-citaat-form.ts';
import { saveRondeForm } from './actie/save-ronde-form.ts';
import { saveUpdateForm } from './actie/save-update-form.ts';
import { searchActies } from './actie/search-acties.ts';
import { showActie } from './actie/show-actie.ts';
import { showHistorie } from './actie/show-historie.ts';
import { showStand } from './actie/show-stand.ts';
import { showWijzigingen } from './actie/show-wijzigingen.ts';
import { undoFromRonde, undoUpdate } from './actie/undo-update.ts';
import { giveAkkoord, openRefuseForm, refuseAkkoord } from './akkoord/give-akkoord.ts';
import { openAkkoordForm, requestAkkoord } from './akkoord/request-akkoord.ts';
import { showAkkoord } from './akkoord/show-akkoord.ts';
import {
  changeInstellingen,
  openInstellingenForm,
  saveInstellingenForm,
} from './bereikbaar/change-instellingen.ts';
import { endAfwezig } from './bereikbaar/end-afwezig.ts';
import { listAfwezigen } from './bereikbaar/list-afwezigen.ts';
import { nameOrganisatiecontact } from './bereikbaar/name-organisatiecontact.ts';
import { openAfwezigForm, registerAfwezig, saveAfwezigForm } from './bereikbaar/register-afwezig.ts';
import { showInstellingen } from './bereikbaar/show-instellingen.ts';
import { applyImport } from './bestand/apply-import.ts';
import { cancelImport } from './bestand/cancel-import.ts';
import { explainImport } from './bestand/explain-import.ts';
import { exportAgenda } from './bestand/export-agenda.ts';
import { previewImport } from './bestand/preview-import.ts';
import { showImport } from './bestand/show-import.ts';
import type { AnyCommand } from './chat/command.ts';
import { shareAnswer } from './chat/share-answer.ts';
import { agenda } from './commands-agenda.ts';
import { overleg } from './commands-overleg.ts';
import { confirmFromHerinnering } from './herinnering/confirm-from-herinnering.ts';
import { confirmVerwacht } from './herinnering/confirm-verwacht.ts';
import { askNow, chooseDag, chooseLater, putOff } from './herinnering/put-off-herinnering.ts';
import { openRejectForm, rejectActie } from './herinnering/reject-actie.ts';
import { undoReject } from './herinnering/undo-reject.ts';
import { addPersoon, openPersoonForm } from './persoon/add-persoon.ts';
import { addAanstelling, removeAanstelling } from './persoon/change-aanstelling.ts';
import { changePersoon, openChangeForm, proposeChange } from './persoon/change-persoon.ts';
import { askHandOver, handOver } from './persoon/hand-over-werk.ts';
import { askToLeave, leavePersoon } from './persoon/leave-persoon.ts';
import { listPersonen } from './persoon/list-personen.ts';
import { rejoinPersoon } from './persoon/rejoin-persoon.ts';
import { showHelp } from './persoon/show-help.ts';
import { showPersoon } from './persoon/show-persoon.ts';
import { beginAbonnement } from './volgen/begin-abonnement.ts';
import { listAbonnementen, listKanaal } from './volgen/list-abonnementen.ts';
import { stopAbonnement } from './volgen/stop-abonnement.ts';
import { askQuestion } from './vraag/ask-question.ts';

/** Everything with words or a button of its own. Of two whose phrases fit, the first is meant. */
const named: readonly AnyCommand[] = [
  showHelp,
  ...agenda,
  showActie,
  showHistorie,
  showStand,
  showWijzigingen,
  stopAbonnement,
  listAbonnementen,
  listKanaal,
  beginAbonnement,
  requestUpdate,
  openRondeForm,
  saveRondeForm,
  openCitaatForm,
  saveCitaatForm,
  openUpdateForm,
  saveUpdateForm,
  correctUpdate,
  reopenActie,
  confirmUnchanged,
  confirmFromHerinnering,
  confirmVerwacht,
  chooseLater,
  chooseDag,
  putOff,
  askNow,
  openRejectForm,
  rejectActie,
  undoReject,
  nameContact,
  openContactForm,
  registerUpdate,
  registerChoice,
  undoUpdate,
  undoFromRonde,
  listActies,
  searchActies,
  listSynoniemen,
  addSynoniem,
  removeSynoniem,
  openAkkoordForm,
  requestAkkoord,
  showAkkoord,
  giveAkkoord,
  openRefuseForm,
  refuseAkkoord,
  ...overleg,
  listPersonen,
  addPersoon,
  openPersoonForm,
  rejoinPersoon,
  openChangeForm,
  proposeChange,
  changePersoon,
  askToLeave,
  leavePersoon,
  addAanstelling,
  removeAanstelling,
  showPersoon,
  askHandOver,
  handOver,
  listAfwezigen,
  endAfwezig,
  openAfwezigForm,
  registerAfwezig,
  saveAfwezigForm,
  nameOrganisatiecontact,
  showInstellingen,
  openInstellingenForm,
  changeInstellingen,
  saveInstellingenForm,
  explainImport,
  previewImport,
  showImport,
  applyImport,
  cancelImport,
  exportAgenda,
];

/** What has no words of its own is a question in plain words. */
const asked: readonly AnyCommand[] = [...named, askQuestion(named)];

/** Everything a person can ask for. */
export const commands: readonly AnyCommand[] = [...asked, shareAnswer(asked)];
