import { Module } from '@nestjs/common';
import { PartiesController } from './parties.controller.js';
import { SessionController } from './session.controller.js';

@Module({ controllers: [SessionController, PartiesController] })
export class PartiesHttpModule {}
