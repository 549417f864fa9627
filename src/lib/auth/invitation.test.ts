import { describe, expect, it } from 'vitest';
import { invitationPath, readInvitationLink } from './invitation';

const token = `${'x'.repeat(42)}A`;

describe('a link', () => {
	it('keeps its token where no request carries it', () => {
		const url = new URL(invitationPath('ar', token), 'https://relais.example');
		expect(url.pathname + url.search).toBe('/ar/invitation');
		expect(url.hash).toBe(`#${token}`);
	});

	it.each([
		['whole', `https://relais.example${invitationPath('fr', token)}`],
		['with what a chat left around it', `  ${invitationPath('fr', token)}\n`],
		['as what follows its #', token]
	])('is read %s', (_name, pasted) => {
		expect(readInvitationLink(pasted)).toBe(token);
	});
});
