import { describe, expect, it } from 'vitest';
import { readFields } from './fields';

const post = (body: BodyInit, type?: string) =>
	new Request('http://relais.test/', { method: 'POST', body, headers: type === undefined ? {} : { 'content-type': type } });

describe('readFields', () => {
	it('reads the named fields and no other', async () => {
		const request = post(new URLSearchParams({ code: 'K7PM 3XRD', other: 'x' }));
		expect(await readFields(request, 'code', 'missing')).toEqual({ code: 'K7PM 3XRD', missing: '' });
	});

	it('cuts endless text and ignores files', async () => {
		const form = new FormData();
		form.set('code', 'x'.repeat(100_000));
		form.set('file', new File(['secret'], 'secret.txt'));
		const fields = await readFields(post(form), 'code', 'file');
		expect(fields?.code).toHaveLength(1000);
		expect(fields?.file).toBe('');
	});

	it.each([
		['JSON', '{"code":"x"}', 'application/json'],
		['a broken multipart body', 'nonsense', 'multipart/form-data; boundary=x'],
		['a multipart body without a boundary', 'nonsense', 'multipart/form-data']
	])('refuses %s', async (_, body, type) => {
		expect(await readFields(post(body, type), 'code')).toBeNull();
	});
});
