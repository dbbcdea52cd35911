import {
  type RemindPeople,
  type Retention,
  type SendMails,
  systemActor,
  type TellPeople,
} from '@muheng/api/core';
import { v7 as uuidv7 } from 'uuid';
import { Repeating } from './repeating.js';

/** People hear within a second or two; what waits longer is told all the same. */
const tellEveryMs = 1_000;
const remindEveryMs = 60_000;
const mailEveryMs = 5_000;
const sweepEveryMs = 3_600_000;

const context = (requestId: string) => ({ actor: systemActor, key: uuidv7(), requestId });

/** Makes a notice for each person who is to know of what happened. */
export const tellPeople = (teller: Pick<TellPeople, 'execute'>): Repeating =>
  new Repeating(tellEveryMs, async () => {
    await teller.execute(context('notices'));
  });

/** Notes what time alone has brought near. */
export const remindPeople = (reminder: Pick<RemindPeople, 'execute'>): Repeating =>
  new Repeating(remindEveryMs, async () => {
    await reminder.execute(context('reminders'));
  });

/** Sends mails until none is due. */
export const sendMails = (sender: Pick<SendMails, 'execute'>): Repeating =>
  new Repeating(mailEveryMs, async () => {
    while ((await sender.execute()) > 0);
  });

/** Carries out the retention schedule. */
export const sweepRetention = (retention: Pick<Retention, 'sweep'>): Repeating =>
  new Repeating(sweepEveryMs, async () => {
    await retention.sweep(context('retention'));
  });
