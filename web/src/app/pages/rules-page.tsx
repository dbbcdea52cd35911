import '../rules-messages.js';
import type { ReactElement } from 'react';
import { RulesView } from '../../features/rules/components/rules-view.js';
import { PublicPage } from './public-page.js';

/** 规则与指南. */
export function RulesPage(): ReactElement {
  return (
    <PublicPage current="rules">
      <RulesView />
    </PublicPage>
  );
}
