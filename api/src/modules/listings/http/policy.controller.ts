import { Controller, Get } from '@nestjs/common';
import { policyInForce } from '@muheng/contracts/listings';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../../kernel/access/access.decorator.js';
import { Responds } from '../../../kernel/http/responds.js';
import { PolicyQuery } from '../application/policy.query.js';

/** The rules of the market as numbers: public, like the notices that quote them. */
@ApiTags('listings')
@Controller('api/v1/policy')
export class PolicyController {
  constructor(private readonly policies: PolicyQuery) {}

  @Get()
  @Access('public')
  @Responds(policyInForce)
  async inForce() {
    return this.policies.inForce();
  }
}
