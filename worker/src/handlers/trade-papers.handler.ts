import { RenderCertificate, RenderPapers } from '@muheng/api/core';
import { handler } from './handler.js';

/** A trade gets the papers that it can have by now, the certificate's document among them. */
export const tradePapers = handler('trade.papers', (core) => {
  const papers = core.get(RenderPapers, { strict: false });
  const certificates = core.get(RenderCertificate, { strict: false });
  return async (context, { subjectId }) => {
    await papers.execute(context, subjectId);
    await certificates.executeOf(context, subjectId);
  };
});
