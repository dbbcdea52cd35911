import { RenderCertificate } from '@muheng/api/core';
import { handler } from './handler.js';

/** A certificate gets its document. */
export const certificateRender = handler('certificate.render', (core) => {
  const useCase = core.get(RenderCertificate, { strict: false });
  return (context, { subjectId }) => useCase.execute(context, subjectId);
});
