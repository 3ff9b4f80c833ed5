import type { Rule } from '../sources.ts';
import { actionsOrReason } from './actions-or-reason.ts';
import { alertSignal } from './alert-signal.ts';
import { blamelessLanguage } from './blameless-language.ts';
import { closedDay } from './closed-day.ts';
import { duplicateAction } from './duplicate-action.ts';
import { duplicateAlias } from './duplicate-alias.ts';
import { duplicateId } from './duplicate-id.ts';
import { eitherOr } from './either-or.ts';
import { listTwice } from './list-twice.ts';
import { missingForStatus } from './missing-for-status.ts';
import { recurrence } from './recurrence.ts';
import { repeatedReference } from './repeated-reference.ts';
import { secret } from './secret.ts';
import { severitySections } from './severity-sections.ts';
import { similarIncident } from './similar-incident.ts';
import { siteSettings } from './site-settings.ts';
import { statedDuration } from './stated-duration.ts';
import { summaryLength } from './summary-length.ts';
import { timeOrder } from './time-order.ts';
import { timeToPublish } from './time-to-publish.ts';
import { unknownCause } from './unknown-cause.ts';
import { unknownFactor } from './unknown-factor.ts';
import { unknownIncident } from './unknown-incident.ts';
import { unknownService } from './unknown-service.ts';
import { unknownSeverity } from './unknown-severity.ts';
import { unknownTeam } from './unknown-team.ts';
import { unknownTrigger } from './unknown-trigger.ts';
import { unstatedTime } from './unstated-time.ts';
import { windowsInOrder } from './windows.ts';
import { wishfulAction } from './wishful-action.ts';
import { wontDoReason } from './wont-do-reason.ts';

/** The rules that are judged when every file has been read. */
export const RULES: readonly Rule[] = [
  duplicateId,
  duplicateAlias,
  unknownSeverity,
  unknownService,
  unknownTeam,
  unknownTrigger,
  unknownCause,
  unknownFactor,
  unknownIncident,
  repeatedReference,
  recurrence,
  timeOrder,
  unstatedTime,
  windowsInOrder,
  eitherOr,
  listTwice,
  missingForStatus,
  severitySections,
  actionsOrReason,
  duplicateAction,
  wontDoReason,
  closedDay,
  siteSettings,
  summaryLength,
  timeToPublish,
  wishfulAction,
  alertSignal,
  similarIncident,
  statedDuration,
  secret,
  blamelessLanguage,
];
