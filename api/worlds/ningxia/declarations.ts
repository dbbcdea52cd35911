import type { Stage } from '../../replay/market.js';
import { each } from '../../replay/set-stage.js';
import { areaMarginMu } from './margins.js';

/** Each county signs its own; in a demo nobody signs for it, and a signature ages as it does in a live market. */
export async function signDeclarations(stage: Stage): Promise<void> {
  await each(Object.keys(areaMarginMu), async (county) => {
    const checker = await stage.cast.as(county, 'check');
    await checker.post('/api/v1/declarations', {});
  });
}
