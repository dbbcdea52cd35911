import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices.module.js';
import { NotificationsController } from './notifications.controller.js';
import { SettingsController } from './settings.controller.js';

@Module({ imports: [NoticesModule], controllers: [NotificationsController, SettingsController] })
export class NoticesHttpModule {}
