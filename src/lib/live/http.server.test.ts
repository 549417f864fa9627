import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { liveCookies, readToken } from './http.server';

const token = 'AbCdEfGhIjKlMnOpQrStUv';
const withCookie = (cookie: string) => ({ headers: { cookie } }) as IncomingMessage;

it('a phone’s cookie is for https alone where the site is, and says so in its name', () => {
	for (const cookie of liveCookies('ABCD2345', token, 60, true))
		expect(cookie).toMatch(
			/^__Secure-relais-live=\S+; Path=\/(\w\w\/)?live\/ABCD2345; HttpOnly; SameSite=Lax; Max-Age=60; Secure$/
		);
	expect(liveCookies('ABCD2345', token, 60, false)[0]).toMatch(/^relais-live=/);
});

it('its token is found under both names, whatever stands beside it', () => {
	expect(readToken(withCookie(`a=b; __Secure-relais-live=${token}`))).toBe(token);
	expect(readToken(withCookie(`relais-live=${token}; a=b`))).toBe(token);
	expect(readToken(withCookie(`not-relais-live=${token}`))).toBeNull();
	expect(readToken(withCookie('relais-live=short'))).toBeNull();
});
