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
import {
  changeAanloop,
  openAanloopForm,
  resetAanloop,
  saveAanloopForm,
} from './herinnering/change-aanloop.ts';
import { confirmFromHerinnering } from './herinnering/confirm-from-herinnering.ts';
import { listHerinneringen, listOntvangers } from './herinnering/list-herinneringen.ts';
import { listLog } from './herinnering/list-log.ts';
import { askNow, chooseDag, chooseLater, putOff } from './herinnering/put-off-herinnering.ts';
import { openRejectForm, rejectActie } from './herinnering/reject-actie.ts';
import { askToSend, sendNow } from './herinnering/send-herinneringen.ts';
import { showAanloop } from './herinnering/show-aanloop.ts';
import { showNietBereikt } from './herinnering/show-niet-bereikt.ts';
import { askAgain, showRespons } from './herinnering/show-respons.ts';
import {
  skipAllButton,
  skipInWords,
  skipPersoonButton,
  skipStapButton,
} from './herinnering/skip-herinneringen.ts';
import { askBestuurders, switchBestuurders } from './herinnering/switch-bestuurders.ts';
import { undoReject } from './herinnering/undo-reject.ts';
import { addVakantie } from './kalender/add-vakantie.ts';
import { changeVakantie } from './kalender/change-vakantie.ts';
import { listVakanties } from './kalender/list-vakanties.ts';
import { removeVakantie } from './kalender/remove-vakantie.ts';
import { askToCancel, cancelVergadering } from './overleg/cancel-vergadering.ts';
import { openJaarForm, showJaar } from './overleg/change-jaar.ts';
import { changeLink, changePlaats } from './overleg/change-plaats.ts';
import { changeRitme } from './overleg/change-ritme.ts';
import { moveVergadering, restoreVergadering } from './overleg/move-vergadering.ts';
import { planJaar, vergaderingenPlannen } from './overleg/plan-jaar.ts';
import { planVergadering } from './overleg/plan-vergadering.ts';
import { showKalender } from './overleg/show-kalender.ts';
import { showOverleg } from './overleg/show-overleg.ts';
import { switchAankondiging } from './overleg/switch-aankondiging.ts';
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
import { cancelVoorstel } from './voorstel/cancel-voorstel.ts';
import { saveVoorstel } from './voorstel/save-voorstel.ts';
import { type AnySoort, anySoort } from './voorstel/stored-voorstel.ts';
import { askQuestion } from './vraag/ask-question.ts';

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
const agenda: readonly AnyCommand[] = [
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

/** What the secretaris steers of the run-up. Before the others: «overleg aanloop» would else name an overleg. */
const regie: readonly AnyCommand[] = [
  showAanloop,
  openAanloopForm,
  saveAanloopForm,
  resetAanloop,
  changeAanloop,
  askBestuurders,
  switchBestuurders,
  listOntvangers,
  listLog,
  askToSend,
  sendNow,
  skipInWords,
  skipPersoonButton,
  skipStapButton,
  skipAllButton,
  listHerinneringen,
  showRespons,
  askAgain,
];

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
  ...regie,
  showNietBereikt,
  askToCancel,
  cancelVergadering,
  switchAankondiging,
  changeRitme,
  changePlaats,
  changeLink,
  showKalender,
  planJaar,
  openJaarForm,
  showJaar,
  planVergadering,
  moveVergadering,
  restoreVergadering,
  showOverleg,
  listVakanties,
  removeVakantie,
  changeVakantie,
  addVakantie,
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
