// What comes in wrong gets the right status and a sentence, changes nothing, and never a 500.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { joinGroup, largeGroup } from '../demo';
import { readCounts } from './group';
import { e2eOrigin, e2ePort, isSeveral } from './place';
import { slug } from './plays';
import { expect, test } from './test';

const good = () => ({
	id: randomBytes(16).toString('base64url'),
	key: 'A'.repeat(22),
	module: slug,
	version: 1,
	locale: 'fr',
	attempt: 'first',
	kind: 'start'
});

test.describe('addresses', () => {
	for (const [path, status] of [
		['/xx', 404],
		['/fr/no-such-page', 404],
		['/fr/modules/no-such-module', 404],
		['/fr/modules/no-such-module/play', 404],
		['/fr/modules/%2e%2e%2fetc', 404],
		[`/fr/modules/${slug}/play?c=no-such-choice`, 400],
		[`/fr/modules/${slug}/play?s=garbage`, 400]
	] as const) {
		test(`${path} answers ${status} with a way on`, async ({ page }) => {
			const answer = await page.goto(path);
			expect(answer?.status()).toBe(status);
			await expect(page.locator('main a').first()).toBeVisible();
			await expect(page.locator('h1')).not.toBeEmpty();
		});
	}
});

test.describe('participation', () => {
	for (const [name, status, body, type] of [
		['not JSON', 400, '{oops', 'application/json'],
		['an empty body', 400, '', 'application/json'],
		['another type', 415, JSON.stringify(good()), 'text/plain'],
		['an oversized body', 413, JSON.stringify({ ...good(), note: 'x'.repeat(5000) }), 'application/json'],
		['an unknown kind', 400, JSON.stringify({ ...good(), kind: 'name' }), 'application/json'],
		['a short id', 400, JSON.stringify({ ...good(), id: 'x' }), 'application/json'],
		['a wrong key', 404, JSON.stringify(good()), 'application/json']
	] as const) {
		test(`${name} answers ${status}`, async ({ request }) => {
			const answer = await request.post('/participation', {
				headers: { 'content-type': type, origin: e2eOrigin },
				data: Buffer.from(body)
			});
			expect(answer.status()).toBe(status);
			expect((await answer.json()).error.message.length).toBeGreaterThan(5);
		});
	}

	test('an unknown module, node or choice is refused and not counted', async ({ request }) => {
		const { key } = await joinGroup(e2eOrigin, largeGroup.code);
		const before = await readCounts(key);
		for (const change of [
			{ module: 'no-such-module' },
			{ locale: 'xx' },
			{ kind: 'choice', node: 'no-such-node', choice: 'x' },
			{ kind: 'end', node: 'no-such-node' }
		]) {
			const answer = await request.post('/participation', { data: { ...good(), key, ...change } });
			expect(answer.status(), JSON.stringify(change)).toBe(422);
		}
		expect(await readCounts(key)).toEqual(before);
	});
});

test('no address whatever stops the server', async ({ request }) => {
	for (const target of ['//', '///', '//%', '//a:b:c/', 'http://', 'http://x:99999/', '*']) {
		const status = await new Promise<string>((resolve, reject) => {
			const socket = connect(e2ePort, '127.0.0.1', () =>
				socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
			);
			let answer = '';
			socket.on('data', (data) => (answer += data.toString()));
			socket.on('end', () => resolve(answer.split(' ')[1] ?? ''));
			socket.on('error', reject);
		});
		// nginx takes the path out of an address that names another host: that of the site's first page.
		expect(status, target).toBe(isSeveral && target === 'http://x:99999/' ? '307' : '400');
	}
	expect((await request.get('/health')).status()).toBe(200);
});

test('a page made at build time is read, never written to', async ({ request }) => {
	for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
		const answer = await request.fetch('/fr', { method, headers: { origin: e2eOrigin } });
		expect(answer.status(), method).toBe(405);
	}
});

test('every response carries the security headers', async ({ request }) => {
	for (const path of ['/fr', '/fr/join', '/health', '/participation', '/icon.svg', '/fr/no-such-page', '/calendar']) {
		const headers = (await request.get(path)).headers();
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['referrer-policy'], path).toBe('same-origin');
		expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
		expect(headers['set-cookie'], path).toBeUndefined();
	}
});

test('a form posted from elsewhere is refused', async ({ request }) => {
	for (const [path, form] of [
		['/fr/join', { code: largeGroup.code }],
		['/fr/sign-in', { username: 'x', passphrase: 'y' }]
	] as const) {
		const answer = await request.post(path, { form, headers: { origin: 'https://elsewhere.example' } });
		expect(answer.status(), path).toBe(403);
	}
});
