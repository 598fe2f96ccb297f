import type { AnyCommand } from './chat/command.ts';
import {
  changeAanloop,
  openAanloopForm,
  resetAanloop,
  saveAanloopForm,
} from './herinnering/change-aanloop.ts';
import { listHerinneringen, listOntvangers } from './herinnering/list-herinneringen.ts';
import { listLog } from './herinnering/list-log.ts';
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
import { addVakantie } from './kalender/add-vakantie.ts';
import { changeVakantie } from './kalender/change-vakantie.ts';
import { listVakanties } from './kalender/list-vakanties.ts';
import { removeVakantie } from './kalender/remove-vakantie.ts';
import { askToCancel, cancelVergadering } from './overleg/cancel-vergadering.ts';
import { openJaarForm, showJaar } from './overleg/change-jaar.ts';
import { changeLink, changePlaats } from './overleg/change-plaats.ts';
import { changeRitme } from './overleg/change-ritme.ts';
import { moveVergadering, restoreVergadering } from './overleg/move-vergadering.ts';
import { planJaar } from './overleg/plan-jaar.ts';
import { planVergadering } from './overleg/plan-vergadering.ts';
import { showKalender } from './overleg/show-kalender.ts';
import { showOverleg } from './overleg/show-overleg.ts';
import { showOverlegHelp } from './overleg/show-overleg-help.ts';
import { switchAankondiging } from './overleg/switch-aankondiging.ts';

/** What the secretaris steers of the run-up. Before the others: «overleg aanloop» would else name an overleg. */
const regie: readonly AnyCommand[] = [
  showOverlegHelp,
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

/** The overleggen: their run-up, their vergaderingen, and the times off that they keep clear of. */
export const overleg: readonly AnyCommand[] = [
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
];
