import { describe, expect, it } from 'vitest';
import { apiUrl } from './api.js';
import { requireWellFormed } from './body-schemas.js';
import { get, post } from './call.js';

describe('calls of the API', () => {
  it('fill the path, and escape what is put into it', () => {
    const call = get('/projects/{number}/record', { params: { number: 'SFQ/1 甲' } });
    expect(apiUrl(call)).toBe('/api/v1/projects/SFQ%2F1%20%E7%94%B2/record');
  });

  it('leave out of the query what is undefined', () => {
    expect(apiUrl(get('/listings', { query: { limit: 20, county: undefined, q: '水田' } }))).toBe(
      '/api/v1/listings?limit=20&q=%E6%B0%B4%E7%94%B0',
    );
  });

  it('know their route whatever is filled in', () => {
    const call = post('/needs/{id}/withdrawal', { params: { id: 'one' }, body: { reason: '不再需要' } });
    expect(call).toMatchObject({ method: 'post', route: 'post /needs/{id}/withdrawal' });
  });
});

describe('a form, before it is sent', () => {
  const need = { quota: 'SFQ', category: 'construction', title: '县城道路', areaHa: '1.0000' } as const;

  it('is let through when the contract takes it', async () => {
    await expect(requireWellFormed(post('/needs', { body: need }))).resolves.toBeUndefined();
  });

  it('is refused at the field, as the server would refuse it', async () => {
    const bad = post('/needs', { body: { ...need, title: '', areaHa: '1.23456' } });
    await expect(requireWellFormed(bad)).rejects.toMatchObject({
      body: {
        status: 400,
        code: 'request.invalid',
        errors: expect.arrayContaining([
          expect.objectContaining({ pointer: '/title', code: 'too_small' }),
          expect.objectContaining({ pointer: '/areaHa' }),
        ]),
      },
    });
  });
});
