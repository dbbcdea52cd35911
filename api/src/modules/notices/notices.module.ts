import { Module } from '@nestjs/common';
import { Notifications } from './application/notifications.use-case.js';
import { PersonalSettings } from './application/personal-settings.use-case.js';
import { RemindPeople } from './application/remind-people.use-case.js';
import { Retention } from './application/retention.use-case.js';
import { SendMails } from './application/send-mails.use-case.js';
import { TaskQueries } from './application/task.queries.js';
import { TellPeople } from './application/tell-people.use-case.js';

const useCases = [
  Notifications,
  PersonalSettings,
  RemindPeople,
  Retention,
  SendMails,
  TaskQueries,
  TellPeople,
];

/** Tells people what happened. It reads everyone's occasions; nobody imports it. */
@Module({ providers: useCases, exports: useCases })
export class NoticesModule {}
